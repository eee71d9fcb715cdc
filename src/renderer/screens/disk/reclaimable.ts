/** What a clean-up may take away, row by row, in words and bytes. Pure. */
import type { CleanUpReport, CleanUpRow, DiskUsage } from '../../../shared/contract/disk.js';
import { ableToGo, freeing, type Freeing } from '../../../shared/disk/holders.js';
import { imagesGoing, targetsOf, type Candidate } from '../../../shared/disk/rules.js';
import { formatBytes } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import { listOf } from './list-words.js';

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
      if (staying !== undefined) return { bytes: 0, note: say('disk.note.name', { name: staying }) };
    }
    const bytes = imageOrRecord(freed, row);
    if (bytes > 0) return { bytes, note: '' };
    if (target.kind === 'cache') {
      const isHeld = going.cache.has(target.record) && !able.has(target.record);
      return { bytes, note: say(isHeld ? 'disk.note.record' : 'disk.note.image') };
    }
    if (row.usedBy.length > 0) return { bytes, note: say('disk.note.containers') };
    if (imageOrRecord(withoutCache, row) > 0) return { bytes, note: say('disk.note.cache') };
    return { bytes, note: say('disk.note.others') };
  };
}

/** “12 names, 3 untagged images and 40 records of the build cache” */
export function selectionPhrase(chosen: readonly Candidate[]): string {
  const { tags, images, cache } = targetsOf(chosen);
  const parts = [
    tags.length > 0 ? say('disk.review.names', { count: tags.length }) : '',
    images.length > 0 ? say('disk.review.images', { count: images.length }) : '',
    cache.length > 0 ? say('disk.review.records', { count: cache.length }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? say('disk.review.none') : listOf(parts);
}

/** What a clean-up came to, in one sentence or two. */
export function reportPhrase({ rows, freed, cancelled }: CleanUpReport): string {
  const count = (kind: CleanUpRow['result']['kind']): number =>
    rows.filter(({ result }) => result.kind === kind).length;
  const [removed, untagged, refused] = [count('removed'), count('untagged'), count('refused')];
  const parts = [
    say('disk.report.removed', { count: removed }),
    untagged > 0 ? say('disk.report.untagged', { count: untagged }) : '',
    refused > 0 ? say('disk.report.refused', { count: refused }) : '',
  ].filter((part) => part !== '');
  const report = say('disk.report', { freed: formatBytes(freed), parts: parts.join(', ') });
  return cancelled ? `${report} ${say('disk.report.cancelled')}` : report;
}
