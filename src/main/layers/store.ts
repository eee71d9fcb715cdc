/** What is known of layers, kept on disk by DiffID. Of what is too much, the longest unused goes first. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setAside } from '../files/index.js';
import { isOfOtherVersion, isWhole } from './layer-file.js';

/** About five million files. */
const MOST_BYTES = 512 * 1024 * 1024;
const SUFFIX = '.layer';
const DRAFT = '.draft';
/** What is set aside counts like the rest, so that a disk that fails does not fill. */
const COUNTED = /\.layer(?:\.damaged-\d+)?$/;

export type LayerStore = {
  /** Whole bytes of `layer-file.ts`; null when there are none. What is damaged is set aside, to be read anew. */
  readonly read: (diffId: string) => Promise<Buffer | null>;
  readonly has: (diffId: string) => Promise<boolean>;
  /** Writes what isn't known yet whose it is. Answers with a name to `keep` or `drop` it by. */
  readonly draft: (index: Buffer) => Promise<string>;
  readonly keep: (draft: string, diffId: string) => Promise<void>;
  readonly drop: (draft: string) => Promise<void>;
  /** Makes room. Never takes what is in `inUse`. */
  readonly evict: (inUse: ReadonlySet<string>) => Promise<void>;
};

/** @param onDamaged told the name, within the folder, that something damaged has now */
export function createLayerStore(
  folder: string,
  onDamaged: (name: string) => void,
  mostBytes = MOST_BYTES,
): LayerStore {
  const fileOf = (diffId: string): string => join(folder, `${diffId.replace(/^sha256:/, '')}${SUFFIX}`);
  return {
    async read(diffId) {
      const file = fileOf(diffId);
      const bytes = await readFile(file).catch(nothingThere);
      if (!bytes) return null;
      const now = new Date();
      if (isOfOtherVersion(bytes)) {
        await rm(file, { force: true });
        return null;
      }
      if (!isWhole(bytes)) {
        const aside = await setAside(file);
        if (aside === null) return null;
        await utimes(aside, now, now).catch(nothingThere);
        onDamaged(basename(aside));
        return null;
      }
      await utimes(file, now, now).catch(nothingThere);
      return bytes;
    },
    async has(diffId) {
      return (await stat(fileOf(diffId)).catch(nothingThere)) !== null;
    },
    async draft(index) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${randomBytes(8).toString('hex')}${DRAFT}`);
      try {
        await writeFile(file, index, { mode: 0o600, flag: 'wx' });
      } catch (error) {
        // On a full disk there may be room for a name and none for what it holds.
        await rm(file, { force: true });
        throw error;
      }
      return file;
    },
    keep: (draft, diffId) => rename(draft, fileOf(diffId)),
    drop: (draft) => rm(draft, { force: true }),
    async evict(inUse) {
      const names = (await readdir(folder).catch(nothingThere)) ?? [];
      const files = await Promise.all(
        names
          .filter((name) => COUNTED.test(name))
          .map(async (name) => {
            const found = await stat(join(folder, name)).catch(nothingThere);
            return { name, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 };
          }),
      );
      let bytes = files.reduce((sum, { size }) => sum + size, 0);
      for (const { name, size } of files.sort((one, other) => one.used - other.used)) {
        if (bytes <= mostBytes) return;
        if (inUse.has(`sha256:${name.slice(0, -SUFFIX.length)}`)) continue;
        await rm(join(folder, name), { force: true });
        bytes -= size;
      }
    },
  };
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
