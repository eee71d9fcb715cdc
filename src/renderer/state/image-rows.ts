/** The list of images as rows: one for each reference, one for each image without any. Pure. */
import type { ImageColumn } from '../../shared/contract/app.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import { familiarRepository, tryReference } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';

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
  /** Texts that compare, character by character, as people order the names. */
  readonly order: string;
  readonly image: ImageSummary;
};

/** What rows can be sorted by. */
export type SortColumn = 'name' | ImageColumn;
export type Sorting = { readonly by: SortColumn; readonly descending: boolean };

/** An image that didn't change keeps its rows, as one that changes is another object. */
const made = new WeakMap<ImageSummary, readonly ImageRow[]>();

export function toRows(images: readonly ImageSummary[]): readonly ImageRow[] {
  return images.flatMap((image) => {
    const rows = made.get(image) ?? rowsOf(image);
    made.set(image, rows);
    return rows;
  });
}

const rowsOf = (image: ImageSummary): readonly ImageRow[] =>
  image.references.length === 0
    ? [untagged(image)]
    : image.references.map((reference) => tagged(image, reference));

function tagged(image: ImageSummary, reference: string): ImageRow {
  const parsed = tryReference(reference);
  const repository = parsed.ok ? familiarRepository(parsed.value) : reference;
  const own = repository.lastIndexOf('/') + 1;
  const tag = parsed.ok ? (parsed.value.tag ?? '') : '';
  return {
    key: `${image.id} ${reference}`,
    target: reference,
    name: reference,
    prefix: repository.slice(0, own),
    repository: repository.slice(own),
    tag,
    // The names of a repository stand together, whatever other repositories begin with its name.
    order: `a${inOrder(repository)}\0${inOrder(tag)}`,
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
    // Last: they are looked for least.
    order: `z${image.id}`,
    image,
  };
}

/** Numbers by their size: each is led by how many digits it has. A collator does the same, fifty times slower. */
const inOrder = (text: string): string =>
  text
    .toLowerCase()
    .replace(/0*(\d{1,40})/g, (_, digits: string) => String.fromCharCode(48 + digits.length) + digits);

/** What an image's column holds where that is a number; null where nobody knows. */
export function figureOf(image: ImageSummary, column: ImageColumn): number | null {
  const { size, sharedSize, created, containers } = image;
  if (column === 'size') return size;
  if (column === 'shared') return sharedSize;
  if (column === 'unique') return sharedSize === null ? null : Math.max(0, size - sharedSize);
  if (column === 'created') return created;
  if (column === 'containers') return containers?.count ?? null;
  return null;
}

/** Rows in the wanted order. What is not known stands last, whichever way. */
export function sortRows(
  rows: readonly ImageRow[],
  { by, descending }: Sorting,
  platformOf: (image: ImageSummary) => string,
): readonly ImageRow[] {
  if (by === 'name') {
    const sorted = rows.toSorted(byName);
    return descending ? sorted.toReversed() : sorted;
  }
  const value = valueBy(by, platformOf);
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a.image), value(b.image)];
    if (one === other) return byName(a, b);
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other ? -direction : direction;
  });
}

type Value = string | number | null;

function valueBy(
  by: ImageColumn,
  platformOf: (image: ImageSummary) => string,
): (image: ImageSummary) => Value {
  if (by === 'id') return (image) => image.id;
  if (by === 'platform') return (image) => platformOf(image) || null;
  return (image) => figureOf(image, by);
}

const byName = (a: ImageRow, b: ImageRow): number => (a.order < b.order ? -1 : Number(a.order > b.order));

/** How many there are, and how many of them the filter leaves: an image with several names has several rows. */
export function countPhrase(images: number, rows: number, shown: number): string {
  if (shown < rows) return say('state.count.found', { shown, rows });
  return rows === images ? say('state.count.images', { images }) : say('state.count.names', { images, rows });
}
