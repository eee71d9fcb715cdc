import { describe, expect, it } from 'vitest';
import { ROW, rowAfterKey, rowWindow, scrollToShow } from './row-window.js';

describe('the rows in the document', () => {
  it('are those in sight and a few more, however long the list', () => {
    const { first, end } = rowWindow(2_000 * ROW, 600, 5_000);
    expect(first).toBeLessThanOrEqual(2_000);
    expect(end).toBeGreaterThanOrEqual(2_000 + 600 / ROW);
    expect(end - first).toBeLessThan(40);
  });

  it('stay within the list, also when it became shorter than it is scrolled', () => {
    expect(rowWindow(0, 600, 3)).toEqual({ first: 0, end: 3 });
    const { first, end } = rowWindow(90_000, 600, 10);
    expect([first, end]).toEqual([2, 10]);
    expect(rowWindow(0, 600, 0)).toEqual({ first: 0, end: 0 });
  });
});

describe('a row that keys lead to', () => {
  it('comes into sight with as little movement as it takes', () => {
    expect(scrollToShow(3, 0, 320)).toBe(0);
    expect(scrollToShow(10, 0, 320)).toBe(ROW);
    expect(scrollToShow(2, 320, 320)).toBe(2 * ROW);
  });

  it('is in the list', () => {
    expect(rowAfterKey('ArrowUp', 0, 320, 5)).toBe(0);
    expect(rowAfterKey('End', 0, 320, 5)).toBe(4);
    expect(rowAfterKey('PageDown', 0, 320, 5_000)).toBe(9);
    expect(rowAfterKey('x', 0, 320, 5)).toBeNull();
    expect(rowAfterKey('toString', 0, 320, 5)).toBeNull();
  });
});
