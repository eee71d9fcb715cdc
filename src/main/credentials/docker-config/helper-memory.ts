/** What stood in docker's config before Strata's helper was named there, so that switching it off brings that back. Names only. */
import { z } from 'zod';
import { readOrSetAside, writeFileAtomic, type OnDamaged } from '../../files/index.js';

const memory = z.object({
  /** By the place in the config: `credsStore`, or `credHelpers` and a key. Null where nothing stood. */
  before: z.record(z.string().max(8192), z.string().max(256).nullable()),
});

export type HelperMemory = {
  /** Undefined when the helper was not named there by Strata. */
  readonly recall: (place: string) => Promise<string | null | undefined>;
  readonly remember: (place: string, before: string | null) => Promise<void>;
  readonly forget: (place: string) => Promise<void>;
};

/** A damaged file is set aside and remembers nothing: then switching off only takes the helper's name out. */
export function openHelperMemory(file: string, onDamaged: OnDamaged): HelperMemory {
  const read = async (): Promise<Readonly<Record<string, string | null>>> => {
    const kept = await readOrSetAside({ file, what: 'docker-helper', onDamaged }, (text) =>
      memory.parse(JSON.parse(text)),
    ).catch(() => null);
    return kept?.before ?? {};
  };
  const write = (before: Readonly<Record<string, string | null>>): Promise<void> =>
    writeFileAtomic(file, `${JSON.stringify({ before }, null, 2)}\n`);

  return {
    recall: async (place) => (await read())[place],
    remember: async (place, before) => write({ ...(await read()), [place]: before }),
    async forget(place) {
      const { [place]: _, ...others } = await read();
      await write(others);
    },
  };
}
