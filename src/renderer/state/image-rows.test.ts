import { describe, expect, it } from 'vitest';
import type { ImageSummary } from '../../shared/contract/images.js';
import { arrange, toRows } from './image-rows.js';

const image = (n: number, references: readonly string[], more: Partial<ImageSummary> = {}): ImageSummary => ({
  id: `sha256:${String(n).padStart(64, 'a')}`,
  references,
  digests: [],
  size: n,
  created: n,
  ...more,
});
const byName = { by: 'name', descending: false } as const;
const names = (...words: Parameters<typeof arrange>) => arrange(...words).map(({ name }) => name);

describe('rows of images', () => {
  const rows = toRows([
    image(1, ['alpine:3.20', 'ghcr.io/me/base:1']),
    image(2, []),
    image(3, ['app:10', 'app:9']),
  ]);

  it('are one for each reference, and one for an image without any', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      'alpine:3.20',
      'ghcr.io/me/base:1',
      '<untagged> aaaaaaaaaaaa',
      'app:10',
      'app:9',
    ]);
    expect(rows[1]).toMatchObject({ prefix: 'ghcr.io/me/', repository: 'base', tag: '1' });
    expect(rows[2]?.target).toBe(`sha256:${'2'.padStart(64, 'a')}`);
  });

  it('are sorted by name as people count, untagged last', () => {
    expect(names(rows, '', byName)).toEqual([
      'alpine:3.20',
      'app:9',
      'app:10',
      'ghcr.io/me/base:1',
      '<untagged> aaaaaaaaaaaa',
    ]);
    expect(names(rows, '', { by: 'size', descending: true })[0]).toBe('app:9');
  });

  it('are found by any words in any order, and by id', () => {
    expect(names(rows, 'ME ghcr', byName)).toEqual(['ghcr.io/me/base:1']);
    expect(names(rows, 'aaa2', byName)).toEqual(['<untagged> aaaaaaaaaaaa']);
    expect(names(rows, 'nothing', byName)).toEqual([]);
  });

  it('of 50,000 tags are arranged within a keystroke', () => {
    const many = toRows(
      Array.from({ length: 50_000 }, (_, n) => image(n, [`registry.example.com/team-${n % 50}/app-${n}:1`])),
    );
    expect(arrange(many, 'team-7 app-4', byName).length).toBeGreaterThan(0);
  });
});
