/** A process that builds and keeps what it builds, as the app's main process does, so that a test can end it at any moment. */
import { join } from 'node:path';
import { createBuildHistory, createBuilds, openRememberedBuilds } from '../../src/main/builds/index.js';
import { createEngine } from '../../src/main/engine/index.js';
import { buildOptions } from '../../src/shared/contract/build-options.js';

const [host = '', home = '', id = '', options = ''] = process.argv.slice(2);

const engine = createEngine({ environment: { DOCKER_HOST: host }, onStatus: () => undefined });
await engine.reconnect();
const parts = { home, log: console.error, onDamaged: console.error };
const history = createBuildHistory({ ...parts, limit: () => Infinity, onChanged: () => undefined });
const builds = createBuilds({
  engine,
  authFor: () => Promise.resolve(null),
  environment: {},
  remembered: openRememberedBuilds(join(home, 'projects.json'), console.error),
  log: console.error,
  observers: [history.observerAt(engine)],
});
await builds.run.run(buildOptions.parse(JSON.parse(options)), {
  id,
  signal: new AbortController().signal,
  report(report) {
    if (report.type === 'output') process.stdout.write(report.lines.map(({ text }) => `${text}\n`).join(''));
  },
});
