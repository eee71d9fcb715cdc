import { describe, expect, it } from 'vitest';
import { endOf, hasEnded, isOver, OVER, type EndCause } from './login-end.js';

const noon = new Date(2026, 2, 14, 12).getTime();
const HOUR = 3600_000;
const causes: readonly EndCause[] = ['time', 'lock', 'quit', 'start'];

describe('a login', () => {
  it('that nothing ends stays', () => {
    for (const cause of causes) expect(hasEnded(endOf('never', noon), cause, noon + 1e12)).toBe(false);
  });

  it('for an hour ends then, whatever is asked', () => {
    const end = endOf('hour', noon);
    for (const cause of causes) {
      expect(hasEnded(end, cause, noon + HOUR - 1)).toBe(false);
      expect(hasEnded(end, cause, noon + HOUR)).toBe(true);
    }
  });

  it('for today ends at midnight, also on days with other than 24 hours', () => {
    for (const day of [14, 28, 29]) {
      const end = endOf('today', new Date(2026, 2, day, 23, 30).getTime());
      expect(end).toMatchObject({ at: new Date(2026, 2, day + 1).getTime() });
    }
  });

  it('ends too when the clock is set back before it was made, but not when it is put right', () => {
    const end = endOf('hour', noon);
    expect(hasEnded(end, 'time', noon - 30_000)).toBe(false);
    expect(hasEnded(end, 'time', noon - 2 * HOUR)).toBe(true);
  });

  it('that is over stays so, whatever the clock says', () => {
    for (const now of [1, noon, noon + 1e12]) expect(hasEnded(OVER, 'time', now)).toBe(true);
    expect([OVER, endOf('hour', noon), null].map(isOver)).toEqual([true, false, false]);
  });

  it('until the screen locks, or Strata quits, ends with that, and at the next start at the latest', () => {
    const ended = (ending: 'quit' | 'lock') =>
      causes.filter((cause) => hasEnded(endOf(ending, noon), cause, noon));
    expect(ended('quit')).toEqual(['quit', 'start']);
    expect(ended('lock')).toEqual(['lock', 'quit', 'start']);
  });
});
