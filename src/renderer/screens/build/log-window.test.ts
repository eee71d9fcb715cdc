import { expect, it } from 'vitest';
import { isAtEnd } from './log-window.js';

it('follows the end only for a reader who stands there', () => {
  expect(isAtEnd({ top: 640, height: 360, contentHeight: 1_000 }, 18)).toBe(true);
  expect(isAtEnd({ top: 630, height: 360, contentHeight: 1_000 }, 18)).toBe(true);
  expect(isAtEnd({ top: 100, height: 360, contentHeight: 1_000 }, 18)).toBe(false);
  expect(isAtEnd({ top: 0, height: 360, contentHeight: 100 }, 18)).toBe(true);
});
