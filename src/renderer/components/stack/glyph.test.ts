import { describe, expect, it } from 'vitest';
import { glyphOf } from './glyph.js';

describe('the sign of an image', () => {
  it('has a band a layer, the base at the bottom, and fills its height', () => {
    const glyph = glyphOf([80_000_000, 100, 5_000_000]);
    expect(glyph).toHaveLength(3);
    expect(glyph.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(glyph[2]).toBeGreaterThan(glyph[1]!);
  });

  it('keeps the largest layers of many, in their order', () => {
    const glyph = glyphOf([9e8, 1, 2, 3, ...Array.from({ length: 20 }, () => 1e5), 5e8]);
    expect(glyph).toHaveLength(5);
    expect(glyph.at(-1)).toBe(Math.max(...glyph));
  });

  it('of an image without layers is empty', () => expect(glyphOf([])).toEqual([]));
});
