import { expect, it } from 'vitest';
import { keptPlace } from './grid-place.js';
import { ROW } from './row-window.js';

const rows = (...keys: readonly string[]) => keys.map((key) => ({ key }));
const before = rows('a', 'b', 'c', 'd');

it('what is in sight stays where it is when rows come or go above it', () => {
  expect(keptPlace(2 * ROW + 5, before, rows('new', 'a', 'b', 'c', 'd'))).toBe(3 * ROW + 5);
  expect(keptPlace(2 * ROW + 5, before, rows('c', 'd'))).toBe(5);
  expect(keptPlace(2 * ROW, before, rows('a', 'b', 'c', 'x', 'd'))).toBe(2 * ROW);
});

it('when the first row in sight goes, the next stays at its place', () => {
  expect(keptPlace(2 * ROW, before, rows('new', 'a', 'b', 'd'))).toBe(2 * ROW);
});

it('a list at its beginning stays there, and one of which nothing stayed is not moved', () => {
  expect(keptPlace(0, before, rows('new', 'a', 'b'))).toBe(0);
  expect(keptPlace(2 * ROW, before, rows('x'))).toBe(2 * ROW);
});
