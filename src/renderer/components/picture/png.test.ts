import { describe, expect, it } from 'vitest';
import { MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE } from '../../../shared/contract/pictures.js';
import { scaleFor } from './png.js';

describe('how large a picture is drawn', () => {
  it('is twice its own size', () => {
    expect(scaleFor(960, 600)).toBe(2);
  });

  it.each([
    [960, 5_400],
    [960, 100_000],
    [6_000, 6_000],
    [40_000, 10],
  ])('%d by %d keeps within the most pixels and the longest side', (width, height) => {
    const scale = scaleFor(width, height);
    expect(scale).toBeLessThan(2);
    expect(Math.floor(width * scale) * Math.floor(height * scale)).toBeLessThanOrEqual(MAX_PICTURE_PIXELS);
    expect(Math.max(width, height) * scale).toBeLessThanOrEqual(MAX_PICTURE_SIDE);
  });
});
