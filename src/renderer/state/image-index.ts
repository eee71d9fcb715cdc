/** The images by id, as values: each change gives a new index. Pure. */
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';

export type ImageIndex = ReadonlyMap<string, ImageSummary>;

export const indexOf = (images: readonly ImageSummary[]): ImageIndex =>
  new Map(images.map((image) => [image.id, image]));

export function withChange(index: ImageIndex, { upserted, removed }: ImagesChange): ImageIndex {
  const next = new Map(index);
  for (const id of removed) next.delete(id);
  for (const image of upserted) next.set(image.id, image);
  return next;
}
