/** When a login ends by itself. Pure. */
import { z } from 'zod';
import type { LoginEnd, LoginEnding } from '../../shared/contract/registry.js';

/** As it is kept. `since` is when it was made: a clock that stands before that was set back. Milliseconds since 1970. */
export const keptEnd = z.union([z.enum(['quit', 'lock']), z.object({ at: z.number(), since: z.number() })]);
export type KeptEnd = z.output<typeof keptEnd>;

/** What has come to pass. `start`: nothing is known of what happened since Strata ran last. */
export type EndCause = 'time' | 'lock' | 'quit' | 'start';

const HOUR_MS = 3600_000;
/** Clocks are put right by so much. */
const TOLERANCE_MS = 60_000;

/** What has ended stays so, whatever becomes of the clock, and of the keychain that still holds it. */
export const OVER = { at: 0, since: 0 };
export const isOver = (end: KeptEnd | null): boolean => typeof end === 'object' && end?.at === OVER.at;

export function endOf(ending: LoginEnding, now: number): KeptEnd | null {
  switch (ending) {
    case 'never':
      return null;
    case 'hour':
      return { at: now + HOUR_MS, since: now };
    case 'today':
      return { at: new Date(now).setHours(24, 0, 0, 0), since: now };
    case 'quit':
    case 'lock':
      return ending;
  }
}

export function hasEnded(end: KeptEnd | null, cause: EndCause, now: number): boolean {
  if (end === null) return false;
  if (typeof end === 'object') return now >= end.at || now < end.since - TOLERANCE_MS;
  // Nobody can tell whether the screen was locked while Strata didn't run: so quitting ends those, too.
  if (cause === 'start' || cause === 'quit') return true;
  return cause === end;
}

export const shownEnd = (end: KeptEnd): LoginEnd => (typeof end === 'object' ? end.at : end);
