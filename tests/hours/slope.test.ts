import { expect, it } from 'vitest';
import { riseOf } from './slope.js';

it('a line’s rise is found, whatever lies on it', () => {
  expect(riseOf([1, 2, 3, 4])).toBeCloseTo(3);
  expect(riseOf([5, 5, 5])).toBe(0);
  expect(riseOf([])).toBe(0);
});

it('noise around a level is no rise, and a leak under noise is one', () => {
  const noise = [3, -2, 1, -3, 2, -1, 2, -2, 1, -1];
  expect(Math.abs(riseOf(noise.map((one) => 100 + one)))).toBeLessThan(3);
  expect(riseOf(noise.map((one, at) => 100 + one + at * 4))).toBeGreaterThan(30);
});
