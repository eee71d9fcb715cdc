/** What registries answered about tags, in a file of Strata's own. What can't be read is set aside, and counts as never asked. */
import { z } from 'zod';
import { MOST_CHECKS, type UpdateCheck } from '../../shared/contract/updates.js';
import { readOrSetAside, writeFileAtomic, type OnDamaged } from '../files/index.js';

const word = z.string().max(512);
const file = z.object({
  version: z.literal(1),
  checks: z
    .array(
      z.object({
        reference: word,
        image: word,
        checkedAt: z.number(),
        state: z.enum(['newer', 'current', 'gone']),
        digest: word.nullable(),
      }),
    )
    .max(MOST_CHECKS),
});

export type KeptUpdates = {
  readonly list: () => Promise<readonly UpdateCheck[]>;
  /**
   * Puts these in the place of what was known of the same tags and images; the oldest go when there are too many. By the image,
   * too, as a tag stands for others on other engines.
   */
  readonly put: (checks: readonly UpdateCheck[]) => Promise<void>;
};

export function keepUpdates(path: string, onDamaged: OnDamaged): KeptUpdates {
  let known: Promise<Map<string, UpdateCheck>> | null = null;
  let writing = Promise.resolve();
  const load = (): Promise<Map<string, UpdateCheck>> => (known ??= read(path, onDamaged));
  return {
    list: async () => [...(await load()).values()],
    async put(checks) {
      const all = await load();
      for (const check of checks) {
        all.delete(keyOf(check));
        all.set(keyOf(check), check);
      }
      for (const key of all.keys()) {
        if (all.size <= MOST_CHECKS) break;
        all.delete(key);
      }
      const content = JSON.stringify({ version: 1, checks: [...all.values()] });
      // One after another: the last one written is the last one known.
      writing = writing.catch(() => undefined).then(() => writeFileAtomic(path, content));
      return writing;
    },
  };
}

async function read(path: string, onDamaged: OnDamaged): Promise<Map<string, UpdateCheck>> {
  const kept = await readOrSetAside({ file: path, what: 'updates', onDamaged }, (text) =>
    file.parse(JSON.parse(text)),
  ).catch(() => null);
  return new Map(kept?.checks.map((check) => [keyOf(check), check]));
}

const keyOf = ({ reference, image }: UpdateCheck): string => `${reference}\n${image}`;
