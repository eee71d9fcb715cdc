/** What a clean-up may take away, row by row, in words and bytes. Pure. */
import type { CleanUpReport, CleanUpRow, DiskUsage } from '../../../shared/contract/disk.js';
import { ableToGo, freeing, type Freeing } from '../../../shared/disk/holders.js';
import { imagesGoing, targetsOf, type Candidate, type Reason } from '../../../shared/disk/rules.js';
import { formatBytes } from '../../../shared/units.js';

export const reasonWords: Readonly<Record<Reason, string>> = {
  untagged: 'untagged',
  unused: 'unused',
  'older-tag': 'older tag',
  'cache-unused': 'unused cache',
  'cache-large': 'beyond the cache’s limit',
};

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;

/** The images and records that go with what is chosen. */
export const goingWith = (usage: DiskUsage, chosen: readonly Candidate[]) => ({
  images: imagesGoing(usage, chosen),
  cache: new Set(targetsOf(chosen).cache),
});

/**
 * Those that free the most first, were all of them to go: an order that stays while somebody chooses.
 * What frees nothing comes last, by name.
 */
export function inOrder(usage: DiskUsage, candidates: readonly Candidate[]): readonly Candidate[] {
  const frees = freesOf(usage, candidates);
  const bytes = new Map(candidates.map((each) => [each.key, frees(each).bytes]));
  return candidates.toSorted(
    (a, b) => (bytes.get(b.key) ?? 0) - (bytes.get(a.key) ?? 0) || (a.name < b.name ? -1 : 1),
  );
}

const imageOrRecord = (freed: Freeing, { target }: Candidate): number =>
  target.kind === 'cache' ? freed.ofRecord(target.record) : freed.ofImage(target.image);

export type RowFrees = {
  readonly bytes: number;
  /** Why it isn't more; empty when there is nothing to say. */
  readonly note: string;
};

/** For each row, what it changes in the bytes that the selection frees. */
export function freesOf(usage: DiskUsage, selection: readonly Candidate[]): (row: Candidate) => RowFrees {
  const going = goingWith(usage, selection);
  const freed = freeing(usage, going);
  const able = ableToGo(usage.cache, going.cache);
  const withoutCache = freeing(usage, { ...going, cache: new Set(usage.cache.map(({ id }) => id)) });
  const names = new Set(targetsOf(selection).tags.map(({ reference }) => reference));
  const images = new Map(usage.images.map((image) => [image.id, image]));
  return (row) => {
    const { target } = row;
    if (target.kind === 'tag') {
      const others = (images.get(target.image)?.references ?? []).filter((name) => name !== target.reference);
      const [staying] = others.filter((name) => !names.has(name));
      if (staying !== undefined) return { bytes: 0, note: `only the name: ${staying} is the same image` };
    }
    const bytes = imageOrRecord(freed, row);
    if (bytes > 0) return { bytes, note: '' };
    if (target.kind === 'cache') {
      const isHeld = going.cache.has(target.record) && !able.has(target.record);
      return { bytes, note: isHeld ? 'a record that stays builds on it' : 'an image has the same files' };
    }
    if (row.usedBy.length > 0) return { bytes, note: 'its containers keep its layers' };
    if (imageOrRecord(withoutCache, row) > 0) return { bytes, note: 'the build cache holds its layers' };
    return { bytes, note: 'other images stand on its layers' };
  };
}

/** “12 names, 3 untagged images and 40 records of the build cache” */
export function selectionPhrase(chosen: readonly Candidate[]): string {
  const { tags, images, cache } = targetsOf(chosen);
  const parts = [
    tags.length > 0 ? counted(tags.length, 'name of an image', 'names of images') : '',
    images.length > 0 ? counted(images.length, 'untagged image', 'untagged images') : '',
    cache.length > 0 ? counted(cache.length, 'record of the build cache', 'records of the build cache') : '',
  ].filter((part) => part !== '');
  const last = parts.pop() ?? 'nothing';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** What a clean-up came to, in one sentence or two. */
export function reportPhrase({ rows, freed, cancelled }: CleanUpReport): string {
  const count = (kind: CleanUpRow['result']['kind']): number =>
    rows.filter(({ result }) => result.kind === kind).length;
  const [removed, untagged, refused] = [count('removed'), count('untagged'), count('refused')];
  const parts = [
    `${removed.toLocaleString('en')} removed`,
    untagged > 0 ? `${untagged.toLocaleString('en')} lost only ${untagged === 1 ? 'its' : 'their'} name` : '',
    refused > 0 ? `${refused.toLocaleString('en')} refused` : '',
  ].filter((part) => part !== '');
  const end = cancelled ? ' It was cancelled: the rest was not touched.' : '';
  return `${formatBytes(freed)} freed: ${parts.join(', ')}.${end}`;
}
