/** When a login ends, in words. */
import type { LoginEnd, LoginKept } from '../../../shared/contract/registry.js';
import { say } from '../../../shared/words/index.js';

/** `kept in the system keychain for 42 min more`. `now` in milliseconds since 1970. */
export function keptWords(kept: LoginKept, expires: LoginEnd | undefined, now: number): string {
  if (typeof expires === 'number') {
    const left = expires - now;
    return left <= 0
      ? say(`registries.kept.${kept}.over`)
      : say(`registries.kept.${kept}.for`, { time: roughly(left) });
  }
  if (expires === 'lock') return say(`registries.kept.${kept}.lock`);
  if (expires === 'quit' || kept === 'session') return say(`registries.kept.${kept}.quit`);
  return say('registries.kept.keychain');
}

const roughly = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};
