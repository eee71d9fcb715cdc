/** A Dockerfile of 500 lines, parsed and checked, as the editor does it after each pause in typing. */
import { lintDockerfile } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { median, type Figure } from '../figure.js';

const LINES = 500;
const RUNS = 21;

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

export const figure: Figure = {
  name: 'lint-500',
  measure() {
    const text = longDockerfile();
    const once = (): number => {
      const started = performance.now();
      lintDockerfile(parseDockerfile(text), text);
      return performance.now() - started;
    };
    // The first is cold, as it is when a project is opened, and is told beside the others.
    const first = once();
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
        note: `the first ${first.toFixed(0)} ms`,
      },
    ]);
  },
};
