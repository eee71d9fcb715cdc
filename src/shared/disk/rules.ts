/** What a clean-up would take away, by rules that a person sets. Pure. */
import type { DiskCacheRecord, DiskImage, DiskUsage } from '../contract/disk.js';
import { familiarRepository, tryReference } from '../reference.js';
import { shortId } from '../units.js';
import { ableToGo } from './holders.js';

/** Null: the rule is off. */
export type CleanUpRules = {
  readonly untagged: boolean;
  /** Images that no container was made from, and that weren't created, pulled or tagged for so many days. */
  readonly unusedDays: number | null;
  /** In each repository all tags but the newest so many. */
  readonly keepTags: number | null;
  /** Records of the build cache that no build used for so many days. */
  readonly cacheDays: number | null;
  /** As much of the build cache, the longest unused first, as is more than so many bytes. */
  readonly cacheBytes: number | null;
};

export type Reason = 'untagged' | 'unused' | 'older-tag' | 'cache-unused' | 'cache-large';

export type Candidate = {
  readonly key: string;
  readonly name: string;
  readonly reasons: readonly Reason[];
  /** The containers that are in the way; a record that a build uses is never a candidate. */
  readonly usedBy: readonly string[];
  readonly target:
    | { readonly kind: 'tag'; readonly reference: string; readonly image: string }
    | { readonly kind: 'image'; readonly image: string }
    | { readonly kind: 'cache'; readonly record: string };
};

const DAY_MS = 86_400_000;

/** Each thing once, with every rule that it falls under. `now` in milliseconds since 1970. */
export function candidatesOf(usage: DiskUsage, rules: CleanUpRules, now: number): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (reason: Reason, candidate: Omit<Candidate, 'reasons'>): void => {
    const known = found.get(candidate.key);
    found.set(candidate.key, { ...candidate, reasons: [...(known?.reasons ?? []), reason] });
  };
  const addImage = (reason: Reason, image: DiskImage): void => {
    if (image.references.length === 0) add(reason, untaggedCandidate(image));
    for (const reference of image.references) add(reason, tagCandidate(image, reference));
  };

  if (rules.untagged)
    for (const image of usage.images)
      if (image.references.length === 0 && !image.hasDigest) addImage('untagged', image);
  if (rules.unusedDays !== null) {
    const before = now - rules.unusedDays * DAY_MS;
    for (const image of usage.images)
      if (image.containers.length === 0 && image.touched < before) addImage('unused', image);
  }
  if (rules.keepTags !== null)
    for (const { image, reference } of olderTags(usage.images, rules.keepTags))
      add('older-tag', tagCandidate(image, reference));
  if (rules.cacheDays !== null) {
    const before = now - rules.cacheDays * DAY_MS;
    const old = usage.cache.filter(({ lastUsed }) => lastUsed < before).map(({ id }) => id);
    const able = ableToGo(usage.cache, new Set(old));
    for (const record of usage.cache) if (able.has(record.id)) add('cache-unused', cacheCandidate(record));
  }
  if (rules.cacheBytes !== null)
    for (const record of beyond(usage.cache, rules.cacheBytes)) add('cache-large', cacheCandidate(record));
  return [...found.values()];
}

const untaggedCandidate = (image: DiskImage): Omit<Candidate, 'reasons'> => ({
  key: `image ${image.id}`,
  name: `<untagged> ${shortId(image.id)}`,
  usedBy: image.containers,
  target: { kind: 'image', image: image.id },
});

const tagCandidate = (image: DiskImage, reference: string): Omit<Candidate, 'reasons'> => ({
  key: `tag ${reference}`,
  name: reference,
  usedBy: image.containers,
  target: { kind: 'tag', reference, image: image.id },
});

const cacheCandidate = (record: DiskCacheRecord): Omit<Candidate, 'reasons'> => ({
  key: `cache ${record.id}`,
  name: record.name,
  usedBy: [],
  target: { kind: 'cache', record: record.id },
});

type Tag = { readonly image: DiskImage; readonly reference: string };

/** In each repository the tags after the first `keep`, counted from the newest image. */
function olderTags(images: readonly DiskImage[], keep: number): readonly Tag[] {
  const repositories = new Map<string, Tag[]>();
  for (const image of images) {
    for (const reference of image.references) {
      const parsed = tryReference(reference);
      if (!parsed.ok) continue;
      const repository = familiarRepository(parsed.value);
      const tags = repositories.get(repository) ?? [];
      tags.push({ image, reference });
      repositories.set(repository, tags);
    }
  }
  return [...repositories.values()].flatMap((tags) =>
    tags
      .sort((a, b) => b.image.created - a.image.created || (a.reference < b.reference ? -1 : 1))
      .slice(keep),
  );
}

/** The longest unused records, each after those that build on it, until what stays of the cache's own bytes fits. */
function beyond(cache: readonly DiskCacheRecord[], most: number): readonly DiskCacheRecord[] {
  const builtUpon = new Map<string, number>();
  for (const { parents } of cache)
    for (const parent of parents) builtUpon.set(parent, (builtUpon.get(parent) ?? 0) + 1);
  const byId = new Map(cache.map((record) => [record.id, record]));
  const waiting = new Set(cache.filter(({ inUse }) => !inUse).toSorted((a, b) => a.lastUsed - b.lastUsed));
  const gone: DiskCacheRecord[] = [];
  let bytes = cache.reduce((sum, record) => sum + (record.shared ? 0 : record.bytes), 0);
  while (bytes > most) {
    const next = firstOf(waiting, ({ id }) => (builtUpon.get(id) ?? 0) === 0);
    if (!next) break;
    waiting.delete(next);
    gone.push(next);
    if (!next.shared) bytes -= next.bytes;
    for (const parent of next.parents)
      if (byId.has(parent)) builtUpon.set(parent, (builtUpon.get(parent) ?? 1) - 1);
  }
  return gone;
}

function firstOf<T>(items: Iterable<T>, is: (item: T) => boolean): T | undefined {
  for (const item of items) if (is(item)) return item;
  return undefined;
}

/** What is chosen, as `disk.cleanUp` takes it. */
export function targetsOf(chosen: readonly Candidate[]) {
  return {
    tags: chosen.flatMap(({ target }) =>
      target.kind === 'tag' ? [{ reference: target.reference, image: target.image }] : [],
    ),
    images: chosen.flatMap(({ target }) => (target.kind === 'image' ? [target.image] : [])),
    cache: chosen.flatMap(({ target }) => (target.kind === 'cache' ? [target.record] : [])),
  };
}

/** The images that go with what is chosen: those whose every name does. */
export function imagesGoing(usage: DiskUsage, chosen: readonly Candidate[]): ReadonlySet<string> {
  const { tags, images } = targetsOf(chosen);
  const names = new Set(tags.map(({ reference }) => reference));
  return new Set([
    ...images,
    ...usage.images
      .filter(({ references }) => references.length > 0 && references.every((name) => names.has(name)))
      .map(({ id }) => id),
  ]);
}
