import { describe, expect, it } from 'vitest';
import { diskAnswer } from './answers.js';
import { placeRecords, recordName } from './cache-layers.js';

const at = Date.UTC(2026, 0, 1);
const record = (ID: string, Size: number, more: object = {}) => ({
  ID,
  Size,
  Shared: true,
  CreatedAt: new Date(at + 123).toISOString(),
  ...more,
});
const read = (...BuildCache: readonly object[]) => diskAnswer.parse({ BuildCache }).cache;
const layer = (below: number, bytes: number, created = at) => ({ below, bytes, created });

describe('a record’s layer', () => {
  it('has its size and its second, and what the record builds on is the layer below', () => {
    const layers = [layer(-1, 500, 0), layer(0, 40), layer(1, 30)];
    const records = read(
      record('base', 0),
      record('one', 40, { Parent: 'base' }),
      record('two', 30, { Parents: ['one'] }),
    );
    expect(Object.fromEntries(placeRecords(records, layers))).toEqual({ base: 0, one: 1, two: 2 });
  });

  it('isn’t guessed: of two alike the one that stands as high, else none', () => {
    const layers = [layer(-1, 500, 0), layer(0, 40), layer(-1, 40), layer(0, 40)];
    expect(placeRecords(read(record('root', 40)), layers).get('root')).toBe(2);
    expect(placeRecords(read(record('base', 0), record('up', 40, { Parent: 'base' })), layers).size).toBe(0);
    expect(placeRecords(read(record('other', 40, { Shared: false })), layers).size).toBe(0);
    expect(
      placeRecords(read(record('later', 40, { CreatedAt: new Date(at + 5000).toISOString() })), layers).size,
    ).toBe(0);
  });

  it('is found although records go in circles', () => {
    const records = read(record('a', 40, { Parent: 'b' }), record('b', 0, { Parent: 'a' }));
    expect(Object.fromEntries(placeRecords(records, [layer(-1, 40)]))).toEqual({ a: 0 });
  });
});

describe('a record', () => {
  it.each([
    ['mount / from exec /bin/sh -c apk add tini', 'regular', 'RUN apk add tini'],
    ['local source for context', 'source.local', 'Files of a build context'],
    ['local source for dockerfile', 'source.local', 'The sent dockerfile'],
    ['pulled from docker.io/library/alpine:3.20', 'regular', 'FROM docker.io/library/alpine:3.20'],
    ['fileop target', 'regular', 'COPY or ADD'],
    ['', 'frontend', 'A record of type frontend'],
  ])('%j of type %s reads “%s”', (Description, Type, name) => {
    expect(recordName(read({ ID: 'x', Description, Type })[0]!)).toBe(name);
  });

  it('is told once by engines that answer in the old way and the new', () => {
    const one = record('one', 40);
    const answer = {
      BuildCache: [one],
      BuildCacheDiskUsage: { Items: [one, record('two', 1)] },
      Volumes: null,
    };
    expect(diskAnswer.parse(answer).cache.map(({ ID }) => ID)).toEqual(['one', 'two']);
  });
});
