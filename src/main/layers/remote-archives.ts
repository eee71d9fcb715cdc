/** Layers of registries' images as archives on disk, for as long as they are looked at: the last one is kept. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayersProgress } from '../../shared/contract/layers.js';
import { fetchLayers, type RemoteImage } from './remote-image.js';

type Run = { readonly report: (progress: LayersProgress) => void; readonly signal: AbortSignal };

export type RemoteArchives = {
  /** `use` gets an archive of the wanted layers. It may be used again: fetching is what takes long. */
  readonly withLayers: <T>(
    image: RemoteImage,
    wanted: readonly string[],
    run: Run,
    use: (file: string) => Promise<T>,
  ) => Promise<T>;
  /** Removes what was kept. */
  readonly stop: () => void;
};

type Kept = { readonly key: string; readonly file: string; users: number; isOld: boolean };

export function createRemoteArchives(folder: string): RemoteArchives {
  let kept: Kept | null = null;
  // What a Strata that crashed has left.
  let clean: Promise<void> | null = null;

  const drop = (one: Kept): void => {
    one.isOld = true;
    if (one.users === 0) rm(one.file, { force: true }).catch(() => undefined);
  };

  return {
    async withLayers(image, wanted, run, use) {
      await (clean ??= removeAll(folder));
      const key = [image.client.registry, image.repository, ...[...wanted].sort()].join('\n');
      let mine = kept?.key === key ? kept : null;
      if (!mine) {
        const file = join(folder, `${randomBytes(8).toString('hex')}.tar`);
        await fetchLayers(image, new Set(wanted), file, run);
        if (kept) drop(kept);
        mine = { key, file, users: 0, isOld: false };
        kept = mine;
      }
      mine.users++;
      try {
        return await use(mine.file);
      } finally {
        mine.users--;
        if (mine.isOld) drop(mine);
      }
    },
    stop() {
      if (kept) drop(kept);
      kept = null;
    },
  };
}

async function removeAll(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}
