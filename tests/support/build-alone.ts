/** A process that builds and keeps what it builds, as the app's main process does, so that a test can end it at any moment. */
import { createBuildHistory, createBuilds } from '../../src/main/builds/index.js';
import { createEngine } from '../../src/main/engine/index.js';
import { buildOptions } from '../../src/shared/contract/build-options.js';

const [host = '', home = '', id = '', options = ''] = process.argv.slice(2);

const engine = createEngine({ environment: { DOCKER_HOST: host }, onStatus: () => undefined });
await engine.reconnect();
const parts = { engine, home, log: console.error, onDamaged: console.error };
const history = createBuildHistory({ ...parts, limit: () => Infinity, onChanged: () => undefined });
const builds = createBuilds({
  ...parts,
  authFor: () => Promise.resolve(null),
  environment: {},
  observers: [history.observer],
});
await builds.run.run(buildOptions.parse(JSON.parse(options)), {
  id,
  signal: new AbortController().signal,
  report(report) {
    if (report.type === 'output') process.stdout.write(report.lines.map(({ text }) => `${text}\n`).join(''));
  },
});
