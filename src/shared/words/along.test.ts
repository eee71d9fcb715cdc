import { expect, it, onTestFinished } from 'vitest';
import { fromTo, ledTo } from './along.js';
import { PSEUDO } from './language.js';
import { speak } from './say.js';

it('an arrow points to what is read next', async () => {
  expect(fromTo('1.2 kB', '3.4 kB')).toBe('1.2 kB → 3.4 kB');
  expect(ledTo('../lib')).toBe('→ ../lib');
  onTestFinished(() => speak('en'));
  await speak(PSEUDO);
  // Each value by itself: else “kB → 3.4 kB” would be one run from left to right.
  expect(fromTo('1.2 kB', '3.4 kB')).toBe('\u20681.2 kB\u2069 ← \u20683.4 kB\u2069');
  expect(ledTo('../lib')).toBe('← \u2068../lib\u2069');
});
