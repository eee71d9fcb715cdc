/** A Dockerfile of 500 lines, parsed, checked and explained, as the editor does it after each pause in typing. */
import { explainFile } from '../../src/shared/dockerfile/explain/index.js';
import { lintDockerfile } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { median, type Figure } from '../figure.js';

const LINES = 500;
const RUNS = 21;
const WARMING = 60;

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

const ms = (time: number | undefined): string => `${(time ?? 0).toFixed(0)} ms`;

export const figure: Figure = {
  name: 'lint-500',
  measure() {
    const lines = longDockerfile().split('\n');
    let typed = 0;
    // Each time after another edit, as nothing is checked twice.
    const once = (): number => {
      const at = 5 + ((typed++ * 14) % (LINES - 20));
      const text = lines.with(at, `${lines[at] ?? ''} && echo ${typed}`).join('\n');
      const started = performance.now();
      const file = parseDockerfile(text);
      lintDockerfile(file, text);
      explainFile(file);
      return performance.now() - started;
    };
    // The engine compiles what is used often: an editor is at its usual pace after some pauses. The slow start is told too.
    const cold = Array.from({ length: WARMING }, once);
    const times = Array.from({ length: RUNS }, once);
    return Promise.resolve([
      {
        name: 'lint-500',
        ours: median(times),
        peer: null,
        ratio: null,
        limit: 20,
        unit: 'ms',
        runs: RUNS,
        note: `the first ${ms(cold[0])}, after ten ${ms(cold[10])}`,
      },
    ]);
  },
};
