/** When a login ends, in words. Pure. */
import type { LoginEnd, LoginKept } from '../../../shared/contract/registry.js';

/** `kept in the system keychain for 42 min more`. `now` in milliseconds since 1970. */
export function keptWords(kept: LoginKept, expires: LoginEnd | undefined, now: number): string {
  const where = kept === 'keychain' ? 'kept in the system keychain' : 'kept';
  if (typeof expires === 'number') {
    const left = expires - now;
    return left <= 0 ? `${where}; its time is over` : `${where} for ${roughly(left)} more`;
  }
  if (expires === 'lock') return `${where} until the screen locks or Strata quits`;
  if (expires === 'quit' || kept === 'session') return `${where} until Strata quits`;
  return where;
}

const roughly = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};
