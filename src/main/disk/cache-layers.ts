/**
 * Which layer a record of the build cache is. The engine says that a record shares its layer with some image, not which; but
 * BuildKit writes the record's size and time into the image's history. Seen on Docker Engine 20.10. Pure.
 */
import { say } from '../../shared/words/index.js';
import type { CacheAnswer } from './answers.js';

/** A layer of `DiskUsage.layers` with the time that a history gives it, in milliseconds since 1970. */
export type DatedLayer = { readonly below: number; readonly bytes: number; readonly created: number };

/** For each record that could be placed, by its id, where its layer stands. */
export function placeRecords(
  records: readonly CacheAnswer[],
  layers: readonly DatedLayer[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  for (const [at, layer] of layers.entries()) {
    const key = keyOf(layer.bytes, layer.created);
    byKey.set(key, [...(byKey.get(key) ?? []), at]);
  }
  const byId = new Map(records.map((record) => [record.ID, record]));
  for (const record of records) {
    if (!record.Shared || record.Size === 0) continue;
    const found = byKey.get(keyOf(record.Size, record.CreatedAt)) ?? [];
    // Two of one size in one second: the one that stands as high as the record does.
    const depth = found.length > 1 ? depthOfRecord(byId, record) : 0;
    const [at, ...others] =
      found.length > 1 ? found.filter((each) => depthOf(layers, each) === depth) : found;
    if (at !== undefined && others.length === 0) places.set(record.ID, at);
  }
  // What a placed record builds on is the layer below. So a base is found, of which the cache tells no size.
  for (const [id, place] of [...places]) {
    let record = byId.get(id);
    let at = place;
    while (record && at >= 0) {
      const below: number = layers[at]?.below ?? -1;
      const [parent, ...others] = parentsOf(record);
      if (parent === undefined || others.length > 0 || below < 0 || places.has(parent)) break;
      places.set(parent, below);
      record = byId.get(parent);
      at = below;
    }
  }
  return places;
}

export const parentsOf = ({ Parent, Parents }: CacheAnswer): readonly string[] =>
  Parents.length > 0 || Parent === '' ? Parents : [Parent];

/** Histories tell whole seconds. */
const keyOf = (bytes: number, time: number): string => `${bytes} ${Math.floor(time / 1000)}`;

function depthOf(layers: readonly DatedLayer[], at: number): number {
  let depth = 0;
  for (let next = layers[at]?.below ?? -1; next >= 0; next = layers[next]?.below ?? -1) depth++;
  return depth;
}

function depthOfRecord(byId: ReadonlyMap<string, CacheAnswer>, record: CacheAnswer): number {
  let depth = 0;
  let next: string | undefined = parentsOf(record)[0];
  // A hostile answer may go in circles.
  while (next !== undefined && depth < byId.size) {
    const parent = byId.get(next);
    if (!parent) break;
    depth++;
    next = parentsOf(parent)[0];
  }
  return depth;
}

/** What a record stands for, in a Dockerfile's words where it is an instruction. */
export function recordName({ Description, Type }: CacheAnswer): string {
  const ran = / from exec (?:\/bin\/(?:ba)?sh -c )?(.+)$/s.exec(Description)?.[1];
  if (ran !== undefined) return `RUN ${ran}`;
  const source = /^local source for (.+)$/.exec(Description)?.[1];
  if (source !== undefined)
    return source === 'context' ? say('disk.record.context') : say('disk.record.sent', { source });
  if (Type === 'exec.cachemount') return Description === '' ? say('disk.record.mount') : Description;
  if (Description === 'fileop target') return say('disk.record.copy');
  if (Description.startsWith('from local')) return say('disk.record.base');
  if (Description.startsWith('pulled from ')) return `FROM ${Description.slice('pulled from '.length)}`;
  if (Description !== '') return Description;
  return Type === '' ? say('disk.record.unknown') : say('disk.record.type', { type: Type });
}
