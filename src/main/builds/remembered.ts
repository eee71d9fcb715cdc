/** How each project was last built, so that it opens as it was left. No secret's value is among it. */
import { z } from 'zod';
import { withoutSecretValues } from '../../shared/build-privacy.js';
import { buildOptions, type BuildOptions } from '../../shared/contract/build-options.js';
import { readOrSetAside, writeFileAtomic, type OnDamaged } from '../files/index.js';

export type RememberedBuilds = {
  readonly get: (folder: string) => Promise<BuildOptions | null>;
  /** Resolves when it is on disk. */
  readonly keep: (options: BuildOptions) => Promise<void>;
};

/** Projects; the one that was built longest ago goes first. */
const MOST = 200;

/** Newest first. An entry that this version doesn't understand is as good as none. */
const fileSchema = z.object({ builds: z.array(buildOptions.nullable().catch(null)) });

/** @param file whole path; a damaged one is set aside under another name */
export function openRememberedBuilds(file: string, onDamaged: OnDamaged): RememberedBuilds {
  const read = async (): Promise<readonly BuildOptions[]> => {
    const kept = await readOrSetAside({ file, what: 'projects', onDamaged }, (text) =>
      fileSchema.parse(JSON.parse(text)),
    );
    return (kept?.builds ?? []).filter((options) => options !== null);
  };
  // One after another, so that two builds at once don't undo each other's.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    get: (folder) => inTurn(async () => (await read()).find((options) => options.folder === folder) ?? null),
    keep: (options) =>
      inTurn(async () => {
        const others = (await read()).filter(({ folder }) => folder !== options.folder);
        const builds = [withoutSecretValues(options), ...others].slice(0, MOST);
        await writeFileAtomic(file, `${JSON.stringify({ builds }, null, 2)}\n`);
      }),
  };
}
