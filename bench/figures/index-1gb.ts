/** Every file of every layer of a 1 GB image with 100,000 files: read and kept by Strata, or listed by tar. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openDrafts } from '../../src/main/files/index.js';
import { createEngine } from '../../src/main/engine/index.js';
import { createLayerFiles, createLayerReading } from '../../src/main/layers/index.js';
import { nodeProcessHost } from '../../src/main/processes/node-host.js';
import { startEngine } from '../../tests/support/engine.js';
import { noRegistry } from '../../tests/support/layers.js';
import { makeFolder } from '../../tests/support/processes.js';
import { compared, timed, type Figure } from '../figure.js';
import { BIG, makeBigImage } from '../layers/big-image.js';

const ROUNDS = 5;
const entry = fileURLToPath(new URL('../../out/main/layers.js', import.meta.url));

export const figure: Figure = {
  name: 'index-1gb',
  async measure() {
    const server = await startEngine();
    const engine = createEngine({ environment: { DOCKER_HOST: server.host }, onStatus: () => undefined });
    try {
      await makeBigImage(server);
      await engine.reconnect();
      const [ours, peer]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        const both = [
          async () => ours.push(await timed(() => index())),
          async () => peer.push(await timed(() => list(server.host))),
        ];
        for (const one of round % 2 === 0 ? both : both.reverse()) await one();
      }
      return [compared('index-1gb', 1.1, ours, peer)];
    } finally {
      engine.stop();
      await server.stop();
    }

    /** From nothing known to everything kept, the start of the process included. */
    async function index(): Promise<void> {
      const home = await makeFolder('home');
      const host = nodeProcessHost({ entry, environment: process.env });
      const reading = createLayerReading(home, host, ({ aside }) => {
        throw new Error(`damaged: ${aside}`);
      });
      const { calls } = createLayerFiles({
        engine,
        reading,
        drafts: openDrafts(home, Date.now()),
        registryClient: noRegistry,
        chooseTarget: () => Promise.resolve(null),
      });
      const run = { id: 'bench', signal: new AbortController().signal, report: () => undefined };
      await calls.index.run({ source: { kind: 'image', image: BIG } }, run);
      reading.stop();
      await rm(home, { recursive: true });
    }
  },
};

/** `docker save` piped through tar, which hands each layer to another tar to list. */
async function list(host: string): Promise<void> {
  const command = `docker save ${BIG} | tar -xf - --wildcards '*/layer.tar' --to-command='tar -tf - > /dev/null'`;
  const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
    env: { ...process.env, DOCKER_HOST: host },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the peer ended with ${String(code)}`);
}
