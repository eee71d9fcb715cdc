/** Who holds which layer, and what no one would hold any more once some of them are gone. Pure. */
import type { DiskCacheRecord, DiskUsage } from '../contract/disk.js';

/** What goes: images by id, records of the build cache by id. */
export type Going = { readonly images: ReadonlySet<string>; readonly cache: ReadonlySet<string> };

export type Freeing = {
  /** Bytes that nobody holds once all of it is gone. */
  readonly bytes: number;
  /**
   * What this one image changes in that: for one that goes, the bytes that would stay with it; for one that stays, those
   * that would go with it as well.
   */
  readonly ofImage: (id: string) => number;
  /** The same of a record of the build cache. */
  readonly ofRecord: (id: string) => number;
  /** Bytes of layers that lose an image and stay only because the build cache holds them. */
  readonly heldByCache: number;
};

/**
 * Counts every layer once, whoever stands on it: two images that share a layer with nobody else free it together. Removing a
 * record frees nothing while an image has its layer, and the other way round. Takes time by the number of layers.
 */
export function freeing(usage: DiskUsage, going: Going): Freeing {
  const goingCache = ableToGo(usage.cache, going.cache);
  const left = new Uint32Array(usage.layers.length);
  const leftWithoutCache = new Uint32Array(usage.layers.length);
  const leaving = new Uint32Array(usage.layers.length);
  const count = (counts: Uint32Array, top: number): void => {
    if (top >= 0 && top < counts.length) counts[top] = (counts[top] ?? 0) + 1;
  };
  for (const { id, top } of usage.images) {
    const counts = going.images.has(id) ? [leaving] : [left, leftWithoutCache];
    for (const each of counts) count(each, top);
  }
  for (const { top } of usage.containers) for (const each of [left, leftWithoutCache]) count(each, top);
  for (const { id, top } of usage.cache) if (top !== null) count(goingCache.has(id) ? leaving : left, top);
  for (const counts of [left, leftWithoutCache, leaving]) sumDown(usage, counts);

  const own = usage.cache
    .filter((record) => goingCache.has(record.id))
    .reduce((sum, record) => sum + ownBytes(record), 0);
  let bytes = own;
  let heldByCache = 0;
  for (const [at, layer] of usage.layers.entries()) {
    if (leaving[at] === 0) continue;
    if (left[at] === 0) bytes += layer.bytes;
    else if (leftWithoutCache[at] === 0) heldByCache += layer.bytes;
  }

  /** Bytes from `top` down as long as each is held by `holders` at most. There are never fewer further down. */
  const downTo = (top: number, holders: number): number => {
    let sum = 0;
    for (let at = top; at >= 0 && left[at] === holders; at = usage.layers[at]?.below ?? -1)
      sum += usage.layers[at]?.bytes ?? 0;
    return sum;
  };
  const tops = new Map(usage.images.map(({ id, top }) => [id, top]));
  const records = new Map(usage.cache.map((record) => [record.id, record]));
  return {
    bytes,
    heldByCache,
    ofImage: (id) => downTo(tops.get(id) ?? -1, going.images.has(id) ? 0 : 1),
    ofRecord(id) {
      const record = records.get(id);
      if (!record) return 0;
      if (goingCache.has(id)) return ownBytes(record) + downTo(record.top ?? -1, 0);
      // One that was chosen and can't go frees nothing; what can't be told apart by layers counts by itself.
      return going.cache.has(id) ? 0 : ownBytes(record) + downTo(record.top ?? -1, 1);
    },
  };
}

/** Of the chosen records those that no remaining record builds on, and that no build uses. */
export function ableToGo(
  cache: readonly DiskCacheRecord[],
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const byId = new Map(cache.map((record) => [record.id, record]));
  const staying = cache.filter(({ id, inUse }) => inUse || !chosen.has(id)).map(({ id }) => id);
  const kept = new Set(staying);
  for (let id = staying.pop(); id !== undefined; id = staying.pop()) {
    for (const parent of byId.get(id)?.parents ?? []) {
      if (kept.has(parent)) continue;
      kept.add(parent);
      staying.push(parent);
    }
  }
  return new Set(cache.map(({ id }) => id).filter((id) => !kept.has(id)));
}

/** Bytes that are nobody's but the record's. */
const ownBytes = ({ top, shared, bytes }: DiskCacheRecord): number => (top === null && !shared ? bytes : 0);

/** Whoever stands on a layer stands on all below it. */
export function sumDown({ layers }: DiskUsage, counts: Uint32Array): void {
  for (let at = layers.length - 1; at >= 0; at--) {
    const below = layers[at]?.below ?? -1;
    if (below >= 0) counts[below] = (counts[below] ?? 0) + (counts[at] ?? 0);
  }
}
