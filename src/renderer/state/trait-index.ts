/** What is known of images, and which were asked about, as values: each change gives a new one. Pure. */
import type { ImageTraits } from '../../shared/contract/images.js';

export type TraitIndex = ReadonlyMap<string, ImageTraits>;
export type Ids = ReadonlySet<string>;

export const noTraits: TraitIndex = new Map();
export const noIds: Ids = new Set();

export const withTraits = (index: TraitIndex, more: readonly ImageTraits[]): TraitIndex =>
  new Map([...index, ...more.map((each) => [each.id, each] as const)]);

export const withIds = (ids: Ids, more: readonly string[]): Ids => new Set([...ids, ...more]);

export const withoutIds = (ids: Ids, fewer: readonly string[]): Ids => {
  const next = new Set(ids);
  for (const id of fewer) next.delete(id);
  return next;
};
