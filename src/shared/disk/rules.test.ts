import { describe, expect, it } from 'vitest';
import { sampleDiskImage, sampleRecord, sampleUsage } from '../../../tests/support/sample-disk.js';
import { candidatesOf, imagesGoing, targetsOf, type CleanUpRules } from './rules.js';

const off: CleanUpRules = {
  untagged: false,
  unusedDays: null,
  keepTags: null,
  cacheDays: null,
  cacheBytes: null,
};
const DAY = 86_400_000;
const now = 100 * DAY;
const keys = (usage: Parameters<typeof candidatesOf>[0], rules: Partial<CleanUpRules>) =>
  candidatesOf(usage, { ...off, ...rules }, now).map(({ key }) => key);

describe('untagged images', () => {
  const untagged = sampleDiskImage(1, -1, { references: [] });
  const byDigest = sampleDiskImage(2, -1, { references: [], hasDigest: true });
  const used = sampleDiskImage(3, -1, { references: [], containers: ['web'] });

  it('are those without a tag and without a digest’s name, and those in use say by whom', () => {
    const usage = sampleUsage({ images: [untagged, byDigest, used, sampleDiskImage(4, -1)] });
    const found = candidatesOf(usage, { ...off, untagged: true }, now);
    expect(found.map(({ key, usedBy }) => [key, usedBy])).toEqual([
      [`image ${untagged.id}`, []],
      [`image ${used.id}`, ['web']],
    ]);
  });
});

describe('unused images', () => {
  it('have no container and were not created, pulled or tagged for so long; all of their names go', () => {
    const usage = sampleUsage({
      images: [
        sampleDiskImage(1, -1, { references: ['a:1', 'b:1'], touched: now - 31 * DAY }),
        sampleDiskImage(2, -1, { references: ['c:1'], touched: now - 29 * DAY }),
        sampleDiskImage(3, -1, { references: ['d:1'], touched: 0, containers: ['web'] }),
      ],
    });
    expect(keys(usage, { unusedDays: 30 })).toEqual(['tag a:1', 'tag b:1']);
  });
});

describe('older tags', () => {
  it('are all but the newest of each repository', () => {
    const image = (n: number, ...references: readonly string[]) => sampleDiskImage(n, -1, { references });
    const usage = sampleUsage({
      images: [
        image(1, 'app:1', 'host:5000/app:1'),
        image(3, 'app:3', 'app:latest'),
        image(2, 'app:2', 'other:2'),
      ],
    });
    expect(keys(usage, { keepTags: 2 })).toEqual(['tag app:2', 'tag app:1']);
    expect(keys(usage, { keepTags: 0 })).toHaveLength(6);
  });
});

describe('the build cache', () => {
  const cache = [
    sampleRecord('base', 10, { lastUsed: now - 40 * DAY }),
    sampleRecord('old', 20, { lastUsed: now - 50 * DAY, parents: ['base'] }),
    sampleRecord('new', 30, { lastUsed: now - DAY, parents: ['base'] }),
    sampleRecord('busy', 40, { lastUsed: now - 90 * DAY, inUse: true }),
    sampleRecord('shared', 1000, { lastUsed: now - 2 * DAY, shared: true }),
  ];

  it('by age keeps what newer records build on, and what a build uses', () => {
    expect(keys(sampleUsage({ cache }), { cacheDays: 30 })).toEqual(['cache old']);
  });

  it('by size lets go of the longest unused first, and counts no bytes of images', () => {
    expect(keys(sampleUsage({ cache }), { cacheBytes: 100 })).toEqual([]);
    expect(keys(sampleUsage({ cache }), { cacheBytes: 80 })).toEqual(['cache old']);
    expect(keys(sampleUsage({ cache }), { cacheBytes: 0 })).toEqual([
      'cache old',
      'cache shared',
      'cache new',
      'cache base',
    ]);
  });

  it('whose records go in circles still comes to an end', () => {
    const circle = [sampleRecord('a', 1, { parents: ['b'] }), sampleRecord('b', 1, { parents: ['a'] })];
    expect(keys(sampleUsage({ cache: circle }), { cacheBytes: 0, cacheDays: 1 })).toEqual([
      'cache a',
      'cache b',
    ]);
  });
});

describe('what is chosen', () => {
  it('stands once, with every reason, and an image goes with the last of its names', () => {
    const image = sampleDiskImage(1, -1, { references: ['a:1', 'b:1'], touched: 0 });
    const usage = sampleUsage({ images: [image] });
    const found = candidatesOf(usage, { ...off, unusedDays: 30, keepTags: 0 }, now);
    expect(found.map(({ reasons }) => reasons)).toEqual([
      ['unused', 'older-tag'],
      ['unused', 'older-tag'],
    ]);
    expect([...imagesGoing(usage, found)]).toEqual([image.id]);
    expect([...imagesGoing(usage, found.slice(1))]).toEqual([]);
    expect(targetsOf(found.slice(1)).tags).toEqual([{ reference: 'b:1', image: image.id }]);
  });
});
