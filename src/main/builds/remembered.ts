/** How each project was last built, so that it opens as it was left. No secret's value is among it. */
import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { withoutSecretValues } from '../../shared/build-privacy.js';
import { buildOptions, type BuildOptions } from '../../shared/contract/build-options.js';
import { writeFileAtomic } from '../files/index.js';
import { isCode } from './context/problems.js';

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
export function openRememberedBuilds(file: string): RememberedBuilds {
  // One after another, so that two builds at once don't undo each other's.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    get: (folder) =>
      inTurn(async () => (await read(file)).find((options) => options.folder === folder) ?? null),
    keep: (options) =>
      inTurn(async () => {
        const others = (await read(file)).filter(({ folder }) => folder !== options.folder);
        const builds = [withoutSecretValues(options), ...others].slice(0, MOST);
        await writeFileAtomic(file, `${JSON.stringify({ builds }, null, 2)}\n`);
      }),
  };
}

async function read(file: string): Promise<readonly BuildOptions[]> {
  try {
    const { builds } = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return builds.filter((options) => options !== null);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) await rename(file, `${file}.damaged-${Date.now()}`);
    return [];
  }
}
