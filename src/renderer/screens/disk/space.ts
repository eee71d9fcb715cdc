/** What takes how much of the engine's disk. Pure. */
import type { DiskUsage } from '../../../shared/contract/disk.js';
import { sumDown } from '../../../shared/disk/holders.js';
import { say } from '../../../shared/words/index.js';

export type SpaceKind = 'images' | 'shared' | 'containers' | 'volumes' | 'cache';
export type Space = { readonly kind: SpaceKind; readonly bytes: number; readonly words: string };

/** For each layer the number of images that stand on it. */
export function imagesOnLayers(usage: DiskUsage): Uint32Array {
  const counts = new Uint32Array(usage.layers.length);
  for (const { top } of usage.images)
    if (top >= 0 && top < counts.length) counts[top] = (counts[top] ?? 0) + 1;
  sumDown(usage, counts);
  return counts;
}

/** Everything once: layers of one image, layers of several, what containers wrote, volumes, the cache's own records. */
export function spaceOf(usage: DiskUsage): readonly Space[] {
  const counts = imagesOnLayers(usage);
  let alone = 0;
  let shared = 0;
  let sharedLayers = 0;
  for (const [at, { bytes }] of usage.layers.entries()) {
    if ((counts[at] ?? 0) > 1) {
      shared += bytes;
      sharedLayers++;
    } else alone += bytes;
  }
  const unknown = usage.volumes.filter(({ bytes }) => bytes === null).length;
  const own = usage.cache.filter((record) => !record.shared);
  const sum = (items: readonly { readonly bytes: number | null }[]): number =>
    items.reduce((total, { bytes }) => total + (bytes ?? 0), 0);
  return [
    {
      kind: 'images',
      bytes: alone,
      words: say('disk.space.images.words', { count: usage.images.length }),
    },
    {
      kind: 'shared',
      bytes: shared,
      words: say('disk.space.shared.words', { count: sharedLayers }),
    },
    {
      kind: 'containers',
      bytes: sum(usage.containers),
      words: say('disk.space.containers.words', { count: usage.containers.length }),
    },
    {
      kind: 'volumes',
      bytes: sum(usage.volumes),
      words:
        unknown > 0
          ? say('disk.space.volumes.unknown', { count: usage.volumes.length, unknown })
          : say('disk.space.volumes.words', { count: usage.volumes.length }),
    },
    {
      kind: 'cache',
      bytes: sum(own),
      words: say('disk.space.cache.words', { count: own.length }),
    },
  ];
}
