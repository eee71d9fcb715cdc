import { expect, it } from 'vitest';
import type { LoginEnd, LoginKept } from '../../../shared/contract/registry.js';
import { keptWords } from './end-words.js';

it.each<[LoginKept, LoginEnd | undefined, string]>([
  ['keychain', undefined, 'kept in the system keychain'],
  ['session', undefined, 'kept until Strata quits'],
  ['keychain', 'quit', 'kept in the system keychain until Strata quits'],
  ['session', 'lock', 'kept until the screen locks or Strata quits'],
  ['keychain', 1_000 + 42 * 60_000, 'kept in the system keychain for 42 min more'],
  ['session', 500, 'kept; its time is over'],
])('%s, %s: %s', (kept, expires, words) => expect(keptWords(kept, expires, 1_000)).toBe(words));
