import { describe, expect, it } from 'vitest';
import {
  sampleDiskImage,
  sampleLayer,
  sampleRecord,
  sampleUsage,
} from '../../../../tests/support/sample-disk.js';
import type { CleanUpReport } from '../../../shared/contract/disk.js';
import { candidatesOf, type Candidate } from '../../../shared/disk/rules.js';
import { freesOf, inOrder, reportPhrase, selectionPhrase } from './reclaimable.js';

/** Two images with a layer of their own each upon one that they share; the first has two names. */
const usage = sampleUsage({
  layers: [sampleLayer(-1, 100), sampleLayer(0, 10), sampleLayer(0, 20)],
  images: [
    sampleDiskImage(1, 1, { references: ['app:1', 'app:also'] }),
    sampleDiskImage(2, 2, { references: ['app:2'] }),
  ],
  cache: [sampleRecord('old', 7), sampleRecord('newer', 3, { parents: ['old'] })],
});
const off = { untagged: false, unusedDays: null, keepTags: null, cacheDays: null, cacheBytes: null };
const all = candidatesOf(usage, { ...off, keepTags: 0, cacheDays: 0 }, Date.UTC(2030, 0, 1));
const named = (name: string): Candidate => all.find((each) => each.name === name)!;

describe('what a row frees', () => {
  it('is nothing for one of two names, and says which other there is', () => {
    const frees = freesOf(usage, [named('app:1')]);
    expect(frees(named('app:1'))).toEqual({
      bytes: 0,
      note: 'only the name: app:also is the same image',
    });
    // The other would take the image with it.
    expect(frees(named('app:also'))).toEqual({ bytes: 10, note: '' });
  });

  it('counts what is freed only together', () => {
    const tags = all.filter(({ target }) => target.kind === 'tag');
    const frees = freesOf(usage, tags);
    expect(tags.map((row) => [row.name, frees(row).bytes])).toEqual(
      expect.arrayContaining([
        ['app:1', 110],
        ['app:also', 110],
        ['app:2', 120],
      ]),
    );
  });

  it('is nothing for a record that another builds on while that stays', () => {
    expect(freesOf(usage, [named('RUN old')])(named('RUN old'))).toEqual({
      bytes: 0,
      note: 'a record that stays builds on it',
    });
    expect(freesOf(usage, [named('RUN old'), named('RUN newer')])(named('RUN old')).bytes).toBe(7);
  });

  it('says what keeps its layers', () => {
    const held = { ...usage, cache: [sampleRecord('top', 20, { shared: true, top: 2 })] };
    expect(freesOf(held, [named('app:2')])(named('app:2')).note).toBe('the build cache holds its layers');
    const built = { ...usage, images: usage.images.concat(sampleDiskImage(3, 2)) };
    expect(freesOf(built, [named('app:2')])(named('app:2')).note).toBe('other images stand on its layers');
    const containers = [{ id: 'c', name: 'web', bytes: 0, running: false, top: 2 }];
    const used = { ...named('app:2'), usedBy: ['web'] };
    expect(freesOf({ ...usage, containers }, [used])(used).note).toBe('its containers keep its layers');
  });
});

it('what frees most comes first, and stays there while somebody chooses', () => {
  expect(inOrder(usage, all).map(({ name }) => name)).toEqual([
    'app:2',
    'app:1',
    'app:also',
    'RUN old',
    'RUN newer',
  ]);
});

it('a selection is told by what it is', () => {
  expect(selectionPhrase(all)).toBe('3 names of images and 2 records of the build cache');
  expect(selectionPhrase([named('app:2')])).toBe('1 name of an image');
  expect(selectionPhrase([])).toBe('nothing');
});

it('a clean-up is told by what it came to', () => {
  const rows: CleanUpReport['rows'] = [
    { name: 'a', result: { kind: 'removed' } },
    { name: 'b', result: { kind: 'untagged', image: 'sha256:b', why: 'It is also a.' } },
    { name: 'c', result: { kind: 'refused', why: 'It was gone already.' } },
  ];
  expect(reportPhrase({ rows, freed: 5_000_000, cancelled: false })).toBe(
    '5 MB freed: 1 removed, 1 lost only its name, 1 refused.',
  );
  expect(reportPhrase({ rows: [], freed: 0, cancelled: true })).toBe(
    '0 B freed: 0 removed. It was cancelled: the rest was not touched.',
  );
});
