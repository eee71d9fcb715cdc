/** Pieces of sentences: values as code, bounded, and lists of them. Pure. */
import type { Instruction } from '../syntax.js';

/** A longer value is cut in the middle: its start and its end tell most. */
const LONGEST = 80;
/** More of a list than that is only counted. */
const MOST_NAMED = 4;

/** As code; what would break out of it, or wouldn't be seen, is taken out. */
export function code(value: string): string {
  const plain = value
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069`]+/g, ' ')
    .trim();
  if (plain === '') return 'an empty value';
  const half = (LONGEST - 1) / 2;
  const cut =
    plain.length > LONGEST ? `${plain.slice(0, Math.ceil(half))}…${plain.slice(-Math.floor(half))}` : plain;
  return `\`${cut}\``;
}

/** “a”, “a and b”, “a, b and c”, “a, b, c and 4 more”. */
export function list(parts: readonly string[], most = MOST_NAMED): string {
  const named =
    parts.length > most ? [...parts.slice(0, most - 1), `${String(parts.length - most + 1)} more`] : parts;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}

/** “1 file”, “3 files”. */
export const count = (number: number, one: string): string =>
  `${String(number)} ${one}${number === 1 ? '' : 's'}`;

export const line = ({ range }: Instruction): string => `line ${String(range.start.line)}`;
