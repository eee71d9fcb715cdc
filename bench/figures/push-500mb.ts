/** A push of 500 MB in 12 layers to a registry on this machine, and again when it has them all: Strata, or `docker push`. */
import { createEngine } from '../../src/main/engine/index.js';
import { push } from '../../src/main/registry/push.js';
import { startEngine } from '../../tests/support/engine.js';
import { startRegistry } from '../../tests/support/registry.js';
import { compared, timed, type Figure } from '../figure.js';
import { buildTwelveLayers } from '../registry/twelve-layers.js';

const ROUNDS = 5;
/** Repeated pushes are short: one says little. */
const REPEATS = 5;
const IMAGE = 'twelve-layers:1';

export const figure: Figure = {
  name: 'push-500mb',
  async measure() {
    const server = await startEngine();
    const engine = createEngine({ environment: { DOCKER_HOST: server.host }, onStatus: () => undefined });
    const nobody = { authFor: () => Promise.resolve(null) };
    const run = { signal: new AbortController().signal, report: () => undefined };
    const ours = (name: string) => push({ engine, ...nobody }, { image: IMAGE, destination: name }, run);
    const peers = async (name: string) => {
      await server.docker(['tag', IMAGE, name]);
      await server.docker(['push', name]);
    };
    try {
      await buildTwelveLayers(server, IMAGE);
      await engine.reconnect();
      const first = { ours: [] as number[], peer: [] as number[] };
      const again = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        const both = [
          { work: ours, first: first.ours, again: again.ours },
          { work: peers, first: first.peer, again: again.peer },
        ];
        for (const one of round % 2 === 0 ? both : both.reverse()) {
          // A new one each time: the engine would take layers over from what it pushed to the last.
          const registry = await startRegistry({ engine: server });
          const name = `${registry.host}/bench/${IMAGE}`;
          one.first.push(await timed(() => one.work(name)));
          for (let repeat = 0; repeat < REPEATS; repeat++) one.again.push(await timed(() => one.work(name)));
          await server.docker(['rmi', name]);
          await registry.stop();
        }
      }
      return [
        compared('push-500mb', 1.05, first.ours, first.peer),
        compared('push-500mb-again', 1.05, again.ours, again.peer, 'nothing new to push'),
      ];
    } finally {
      engine.stop();
      await server.stop();
    }
  },
};
