import { describe, expect, it } from 'vitest';
import { visibleRows } from './visible-rows.js';

describe('the painted rows', () => {
  it('cover the viewport and a little more, never the whole log', () => {
    const { first, end } = visibleRows({ top: 18_000, height: 360 }, 18, 5_000);
    expect(first).toBeLessThanOrEqual(1_000);
    expect(end).toBeGreaterThanOrEqual(1_020);
    expect(end - first).toBeLessThan(50);
  });

  it('stay within the log, even when it became shorter than where it was scrolled', () => {
    expect(visibleRows({ top: 0, height: 360 }, 18, 3)).toEqual({ first: 0, end: 3 });
    expect(visibleRows({ top: 90_000, height: 360 }, 18, 3)).toEqual({ first: 3, end: 3 });
    expect(visibleRows({ top: 0, height: 0 }, 18, 0)).toEqual({ first: 0, end: 0 });
  });
});
