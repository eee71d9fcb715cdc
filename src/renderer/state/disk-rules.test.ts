import { describe, expect, it } from 'vitest';
import { readNumber, rulesOf, usualChoices } from './disk-rules.js';

describe('the rules of a clean-up', () => {
  it('offer nobody’s tags unless they ask for it', () => {
    expect(rulesOf(usualChoices)).toEqual({
      untagged: true,
      unusedDays: null,
      keepTags: null,
      cacheDays: 30,
      cacheBytes: null,
    });
  });

  it('mean gigabytes as the sizes on screen do', () => {
    const on = { ...usualChoices.on, cacheGigabytes: true };
    expect(rulesOf({ ...usualChoices, on }).cacheBytes).toBe(10_000_000_000);
  });

  it.each([
    ['5', 5],
    [' 0.5 ', 0.5],
    ['0', 0],
    ['', null],
    ['-1', null],
    ['1e9', null],
    ['ten', null],
  ])('read “%s” as %s', (text, number) => expect(readNumber(text)).toBe(number));
});
