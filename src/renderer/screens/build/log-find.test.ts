import { expect, it } from 'vitest';
import { findLines } from './log-find.js';

const lines = ['\u001b[31mError\u001b[0m: no', 'fine', 'an ERROR again'].map((text) => ({
  stream: 'out' as const,
  text,
}));

it('words are found in any case and whatever colours they have', () => {
  expect(findLines(lines, 'error')).toEqual([0, 2]);
  expect(findLines(lines, 'error: no')).toEqual([0]);
  expect(findLines(lines, '31m')).toEqual([]);
  expect(findLines(lines, '')).toEqual([]);
});
