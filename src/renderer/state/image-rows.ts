/** The list of images as rows: one for each reference, one for each image without any. Pure. */
import type { ImageSummary } from '../../shared/contract/images.js';
import { familiarRepository, tryReference } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';

export type ImageRow = {
  /** Stable while the row means the same: id and reference. */
  readonly key: string;
  /** What opens the image: its reference, or its id. */
  readonly target: string;
  /** The accessible name of the row, and what is searched. */
  readonly name: string;
  /** `ghcr.io/acme/`: what stands before the repository's last part. Often empty. */
  readonly prefix: string;
  /** The repository's last part. */
  readonly repository: string;
  readonly tag: string;
  readonly image: ImageSummary;
};

export const sortings = ['name', 'size', 'created'] as const;
export type Sorting = { readonly by: (typeof sortings)[number]; readonly descending: boolean };

export function toRows(images: readonly ImageSummary[]): readonly ImageRow[] {
  return images.flatMap((image) =>
    image.references.length === 0
      ? [untagged(image)]
      : image.references.map((reference) => tagged(image, reference)),
  );
}

function tagged(image: ImageSummary, reference: string): ImageRow {
  const parsed = tryReference(reference);
  const repository = parsed.ok ? familiarRepository(parsed.value) : reference;
  const own = repository.lastIndexOf('/') + 1;
  return {
    key: `${image.id} ${reference}`,
    target: reference,
    name: reference,
    prefix: repository.slice(0, own),
    repository: repository.slice(own),
    tag: parsed.ok ? (parsed.value.tag ?? '') : '',
    image,
  };
}

function untagged(image: ImageSummary): ImageRow {
  return {
    key: image.id,
    target: image.id,
    name: `<untagged> ${shortId(image.id)}`,
    prefix: '',
    repository: '<untagged>',
    tag: shortId(image.id),
    image,
  };
}

/** Rows that hold every word of `filter` in their name or id, in the wanted order. */
export function arrange(
  rows: readonly ImageRow[],
  filter: string,
  { by, descending }: Sorting,
): readonly ImageRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(({ name, image }) =>
    words.every((word) => name.toLowerCase().includes(word) || image.id.includes(word)),
  );
  const direction = descending ? -1 : 1;
  return found.toSorted((a, b) => direction * compare(a, b, by) || compareNames(a, b));
}

function compare(a: ImageRow, b: ImageRow, by: Sorting['by']): number {
  if (by === 'size') return a.image.size - b.image.size;
  if (by === 'created') return a.image.created - b.image.created;
  return compareNames(a, b);
}

const collator = new Intl.Collator('en', { numeric: true });
/** Untagged ones last: they are looked for least. */
const compareNames = (a: ImageRow, b: ImageRow): number =>
  Number(a.image.references.length === 0) - Number(b.image.references.length === 0) ||
  collator.compare(a.name, b.name);

const plural = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

/** How many there are, and how many of them the filter leaves: an image with several names has several rows. */
export function countPhrase(images: number, rows: number, shown: number): string {
  if (shown < rows) return `${shown.toLocaleString('en')} of ${rows.toLocaleString('en')}`;
  return rows === images ? plural(images, 'image') : `${plural(images, 'image')}, ${plural(rows, 'name')}`;
}
