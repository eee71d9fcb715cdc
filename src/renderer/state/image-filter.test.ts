import { describe, expect, it } from 'vitest';
import { sampleImage } from '../../../tests/support/sample-images.js';
import type { ImageSummary, ImageTraits } from '../../shared/contract/images.js';
import { filterWords } from './filter-words.js';
import { isFound, readFilter } from './image-filter.js';
import { toRows } from './image-rows.js';

const DAY = 86_400_000;
const now = Date.UTC(2026, 0, 1);
const image = (n: number, references: readonly string[], more: Partial<ImageSummary> = {}) => ({
  ...sampleImage(n, ...references),
  created: now - n * 10 * DAY,
  ...more,
});
const some = [
  image(1, ['alpine:3.20'], { labels: [{ name: 'team', value: 'Web and more' }] }),
  image(2, ['ghcr.io/me/app:1.2'], { containers: { count: 2, names: ['api-1', 'web-1'] } }),
  image(3, [], { size: 2_000_000_000 }),
  image(4, ['old:alpine'], { created: 0, platforms: ['linux/arm64'] }),
];
const traits: ReadonlyMap<string, ImageTraits> = new Map(
  some
    .slice(0, 2)
    .map(({ id }, n) => [
      id,
      { id, platform: 'linux/amd64', layers: [`sha256:${n}bcdef`, 'sha256:ffff0000'] },
    ]),
);

function found(text: string, images: readonly ImageSummary[] = some): readonly string[] {
  const filter = readFilter(text);
  expect(filter.problems).toEqual([]);
  const facts = { now, traitsOf: (id: string) => traits.get(id) };
  return toRows(images)
    .filter((row) => isFound(filter, row, facts))
    .map(({ name }) => name.replace(/>.*/, '>'));
}

const alpine = 'alpine:3.20';
const app = 'ghcr.io/me/app:1.2';
const old = 'old:alpine';

describe('the filter', () => {
  it.each<readonly [string, readonly string[]]>([
    ['', [alpine, app, '<untagged>', old]],
    ['ALPINE', [alpine, old]],
    ['me/ 1.2', [app]],
    ['alpine:3.20', [alpine]],
    ['nothing', []],
    ['00020002', [app]],
    ['-alpine', [app, '<untagged>']],
    ['name:alpine', [alpine]],
    ['tag:alpine', [old]],
    ['name:ghcr.io/me', [app]],
    ['id:0002', [app]],
    ['id:sha256:0002', [app]],
    ['label:team', [alpine]],
    ['label:team=web', [alpine]],
    ['label:"team=web and"', [alpine]],
    ['label:team=api', []],
    ['-label:team', [app, '<untagged>', old]],
    ['dangling:', ['<untagged>']],
    ['dangling:no', [alpine, app, old]],
    ['used:', [app]],
    ['used:no alpine', [alpine, old]],
    ['-used:', [alpine, '<untagged>', old]],
    ['used:WEB', [app]],
    ['larger:1GB', ['<untagged>']],
    ['larger:2MB smaller:3MB', [app]],
    ['older:15d', [app, '<untagged>']],
    ['newer:15d', [alpine]],
    ['layer:ffff', [alpine, app]],
    ['layer:sha256:1bcd', [app]],
    ['platform:arm64', [old]],
    ['platform:AMD64 -used:', [alpine]],
    ['"two words"', []],
    ['"alpine:3.20"', [alpine]],
    ['  ', [alpine, app, '<untagged>', old]],
  ])('%s', (text, names) => expect(found(text)).toEqual(names));

  it('takes a name that looks like one of its words in quotes', () => {
    const images = [image(7, ['larger:latest'])];
    expect(found('"larger:latest"', images)).toEqual(['larger:latest']);
  });

  it('finds nothing by what isn’t known, whichever way it is asked', () => {
    const unknown = [image(1, ['a:1'], { containers: null })];
    for (const text of ['used:', '-used:', 'used:no']) expect(found(text, unknown)).toEqual([]);
    for (const text of ['layer:abcd', '-layer:abcd', '-platform:arm64'])
      expect(found(text, [image(9, ['a:1'])])).toEqual([]);
    expect(found('older:1d', [some[3]!])).toEqual([]);
    expect(found('-older:1d', [some[3]!])).toEqual([]);
  });

  it('says when it needs a look at each image', () => {
    expect(readFilter('layer:abcd').needsTraits).toBe(true);
    expect(readFilter('used:').needsTraits).toBe(false);
  });

  it.each([
    ['larger:', 'After “larger:” belongs a size, such as 100MB or 1.5GB.'],
    ['larger:big', 'After “larger:” belongs a size, such as 100MB or 1.5GB, not “big”.'],
    ['-older:30', 'After “older:” belongs a time, such as 30d, 12h, 2w or 6mo, not “30”.'],
    ['layer:xyz', 'After “layer:” belongs a layer’s digest, or at least its first 4 hex digits, not “xyz”.'],
    ['layer:abc', 'After “layer:” belongs a layer’s digest, or at least its first 4 hex digits, not “abc”.'],
    ['dangling:maybe', '“dangling:” stands alone, or with yes or no, not “maybe”.'],
    ['label:', 'After “label:” belongs a label’s name, or name=value.'],
  ])('%s is told, and the rest still holds', (text, problem) => {
    const { problems, tests } = readFilter(`${text} alpine`);
    expect(problems).toEqual([problem]);
    expect(tests).toHaveLength(1);
  });

  it('understands every example that it gives', () => {
    for (const { example } of filterWords.values()) expect(readFilter(example).problems).toEqual([]);
  });

  it('bears whatever is typed', () => {
    for (const text of [
      '"',
      '-',
      '--',
      '-"',
      ':',
      'used:"',
      '"" a',
      '(',
      '\\',
      'constructor:x',
      '__proto__:',
    ])
      expect(readFilter(text).problems).toEqual([]);
  });
});
