import { describe, expect, it } from 'vitest';
import { sampleImage } from '../../../tests/support/sample-images.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import { groupPhrase, groupRows } from './image-groups.js';
import { sortRows, toRows, type Sorting } from './image-rows.js';

const image = (n: number, references: readonly string[], more: Partial<ImageSummary> = {}): ImageSummary => ({
  ...sampleImage(n, ...references),
  id: `sha256:${String(n).padStart(64, 'a')}`,
  ...more,
});
const up = (by: Sorting['by']): Sorting => ({ by, descending: false });
const down = (by: Sorting['by']): Sorting => ({ by, descending: true });
const names = (images: readonly ImageSummary[], sorting: Sorting) =>
  sortRows(toRows(images), sorting, ({ platforms }) => platforms.join()).map(({ name }) => name);

describe('rows of images', () => {
  const some = [
    image(1, ['alpine:3.20', 'ghcr.io/me/base:1']),
    image(2, []),
    image(3, ['app:10', 'app:9', 'app-x:1']),
  ];

  it('are one for each reference, and one for an image without any', () => {
    const rows = toRows(some);
    expect(rows.map(({ name }) => name)).toEqual([
      'alpine:3.20',
      'ghcr.io/me/base:1',
      '<untagged> aaaaaaaaaaaa',
      'app:10',
      'app:9',
      'app-x:1',
    ]);
    expect(rows[1]).toMatchObject({ prefix: 'ghcr.io/me/', repository: 'base', tag: '1' });
    expect(rows[2]?.target).toBe(`sha256:${'2'.padStart(64, 'a')}`);
  });

  it('are the same as long as their image is', () => {
    expect(toRows(some)[0]).toBe(toRows(some)[0]);
  });

  it('are sorted by name as people count, a repository’s together, untagged last', () => {
    expect(names(some, up('name'))).toEqual([
      'alpine:3.20',
      'app:9',
      'app:10',
      'app-x:1',
      'ghcr.io/me/base:1',
      '<untagged> aaaaaaaaaaaa',
    ]);
  });

  it('are sorted by any column, and what nobody knows stands last either way', () => {
    const known = [
      image(1, ['a:1'], { sharedSize: 400_000, containers: null, platforms: ['linux/arm64'] }),
      image(2, ['b:1'], { sharedSize: 1_900_000, containers: { count: 2, names: [] } }),
      image(3, ['c:1'], { containers: { count: 1, names: [] }, platforms: ['linux/amd64'] }),
    ];
    expect(names(known, down('size'))).toEqual(['c:1', 'b:1', 'a:1']);
    expect(names(known, up('created'))).toEqual(['a:1', 'b:1', 'c:1']);
    expect(names(known, down('id'))).toEqual(['c:1', 'b:1', 'a:1']);
    expect(names(known, down('shared'))).toEqual(['b:1', 'a:1', 'c:1']);
    expect(names(known, up('unique'))).toEqual(['b:1', 'a:1', 'c:1']);
    expect(names(known, down('containers'))).toEqual(['b:1', 'c:1', 'a:1']);
    expect(names(known, up('platform'))).toEqual(['c:1', 'a:1', 'b:1']);
  });

  it('stand below their repository, which is where the first of them was', () => {
    const rows = sortRows(toRows(some), down('size'), () => '');
    const entries = groupRows(rows, new Set(['/alpine']));
    expect(
      entries.map((entry) => (entry.kind === 'image' ? entry.row.name : [entry.key, groupPhrase(entry)])),
    ).toEqual([
      ['/app', '2 tags of 1 image'],
      'app:9',
      'app:10',
      ['/app-x', '1 tag'],
      'app-x:1',
      ['/<untagged>', '1 image'],
      '<untagged> aaaaaaaaaaaa',
      ['/alpine', '1 tag'],
      ['/ghcr.io/me/base', '1 tag'],
      'ghcr.io/me/base:1',
    ]);
  });
});
