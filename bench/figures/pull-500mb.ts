/** A pull of 500 MB in 12 layers from a registry on this machine, and again with nothing new: Strata, or `docker pull`. */
import { createEngine } from '../../src/main/engine/index.js';
import { pull } from '../../src/main/registry/pull.js';
import { startEngine } from '../../tests/support/engine.js';
import { startRegistry } from '../../tests/support/registry.js';
import { compared, timed, type Figure } from '../figure.js';
import { buildTwelveLayers } from '../registry/twelve-layers.js';

const ROUNDS = 5;
/** Repeated pulls are short: one says little. */
const REPEATS = 5;

export const figure: Figure = {
  name: 'pull-500mb',
  async measure() {
    const server = await startEngine();
    const registry = await startRegistry({ engine: server });
    const engine = createEngine({ environment: { DOCKER_HOST: server.host }, onStatus: () => undefined });
    const name = `${registry.host}/bench/twelve-layers:1`;
    const nobody = { authFor: () => Promise.resolve(null) };
    const run = { signal: new AbortController().signal, report: () => undefined };
    const ours = () => pull({ engine, ...nobody }, { reference: name }, run);
    const peers = () => server.docker(['pull', name]);
    try {
      await buildTwelveLayers(server, name);
      await engine.reconnect();
      await server.docker(['push', name]);
      const first = { ours: [] as number[], peer: [] as number[] };
      const again = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        const both = [
          { work: ours, first: first.ours, again: again.ours },
          { work: peers, first: first.peer, again: again.peer },
        ];
        for (const one of round % 2 === 0 ? both : both.reverse()) {
          await server.docker(['rmi', name]);
          one.first.push(await timed(one.work));
          for (let repeat = 0; repeat < REPEATS; repeat++) one.again.push(await timed(one.work));
        }
      }
      return [
        compared('pull-500mb', 1.05, first.ours, first.peer),
        compared('pull-500mb-again', 1.05, again.ours, again.peer, 'nothing new to pull'),
      ];
    } finally {
      engine.stop();
      await registry.stop();
      await server.stop();
    }
  },
};
