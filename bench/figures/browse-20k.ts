/** A registry with 10,000 repositories, and a repository with 20,000 tags: how soon the first page of either is there. */
import { createRegistryClients } from '../../src/main/registry/client/index.js';
import { createBrowse } from '../../src/main/registry/index.js';
import { startRegistry } from '../../tests/support/registry.js';
import { absolute, timed, type Figure } from '../figure.js';
import { fillRegistry, MANY_TAGS } from '../registry/many-names.js';

const ROUNDS = 5;
const LIMIT_MS = 1000;

export const figure: Figure = {
  name: 'browse-20k',
  async measure() {
    const registry = await startRegistry();
    try {
      await fillRegistry(registry.host);
      const [repositories, tags]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        // Anew each time, so that finding the registry counts.
        const clients = createRegistryClients({ authFor: () => Promise.resolve(null) });
        const browse = createBrowse(clients.of);
        repositories.push(await timed(() => browse.list({ registry: registry.host })));
        tags.push(
          await timed(async () => {
            const { names } = await browse.tags({ registry: registry.host, repository: MANY_TAGS });
            const [first = ''] = names;
            await browse.tag({ registry: registry.host, repository: MANY_TAGS, tag: first });
          }),
        );
        await clients.stop();
      }
      return [
        absolute('browse-10k-repositories', LIMIT_MS, 'ms', repositories),
        absolute('browse-20k-tags', LIMIT_MS, 'ms', tags),
      ];
    } finally {
      await registry.stop();
    }
  },
};
