/** A Dockerfile of 500 lines, parsed, checked and explained, as the editor does it after each pause in typing. */
import { explainFile } from '../../src/shared/dockerfile/explain/index.js';
import { lintDockerfile } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { median, type Figure } from '../figure.js';

const LINES = 500;
const RUNS = 21;
/** Edits until the engine has compiled what is used often: the pace of somebody who writes. */
const WARMING = 60;
/** What was open before. */
const SMALL =
  'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["node", "server.js"]\n';

/** Stages of everyday instructions, some of them with something to find. */
function longDockerfile(): string {
  const lines = ['ARG VERSION=3.20'];
  for (let stage = 0; lines.length < LINES; stage++) {
    lines.push(
      `FROM alpine:\${VERSION} AS stage-${stage}`,
      'ENV NODE_ENV=production PATH=/app/bin:$PATH',
      'WORKDIR /app',
      'COPY package*.json ./',
      'RUN apt-get update && apt-get install -y curl git \\',
      '    && curl -fsSL https://example.com/setup.sh | sh \\',
      '    && rm -rf /var/lib/apt/lists/*',
      'RUN npm ci --omit=dev',
      `COPY --from=${stage === 0 ? 'busybox' : `stage-${stage - 1}`} /bin/tool /usr/local/bin/`,
      'COPY . .',
      'RUN cd /app && make "$NODE_ENV" && pip install requests',
      'EXPOSE 8080',
      'HEALTHCHECK --interval=30s CMD wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1',
      'USER node',
      'CMD ["node", "server.js"]',
    );
  }
  return `${lines.slice(0, LINES).join('\n')}\n`;
}

/** Milliseconds. */
function timedCheck(text: string): number {
  const started = performance.now();
  const file = parseDockerfile(text);
  lintDockerfile(file, text);
  explainFile(file);
  return performance.now() - started;
}

export const figure: Figure = {
  name: 'lint-500',
  measure() {
    const lines = longDockerfile().split('\n');
    timedCheck(SMALL);
    // As the file is opened: nothing of the code has been compiled yet.
    const first = timedCheck(lines.join('\n'));
    // Each time after another edit, as nothing is checked twice.
    const edits = Array.from({ length: WARMING + RUNS }, (_, edit) => {
      const at = 5 + ((edit * 14) % (LINES - 20));
      return timedCheck(lines.with(at, `${lines[at] ?? ''} && echo ${edit}`).join('\n'));
    });
    const early = median(edits.slice(0, RUNS));
    return Promise.resolve([
      {
        name: 'lint-500',
        ours: median(edits.slice(WARMING)),
        peer: null,
        ratio: null,
        limit: 20,
        unit: 'ms',
        runs: RUNS,
        note: `opened ${first.toFixed(0)} ms, the first ${RUNS} edits ${early.toFixed(0)} ms`,
      },
    ]);
  },
};
