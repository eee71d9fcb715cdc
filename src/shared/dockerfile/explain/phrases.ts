/** Pieces of sentences: values as code, bounded, and lists of them. Pure. */
import { say } from '../../words/index.js';
import type { Command, Instruction } from '../syntax.js';
import type { Words } from './explanation.js';

/** A longer value is cut in the middle: its start and its end tell most. */
const LONGEST = 80;
/** What is read of either end of a long value, so that its length costs nothing. */
const READ = 400;
/** What most values are: ASCII that can be seen. */
const PLAIN = /^[!-_a-~]+$/;
/** Spaces, control characters, marks that turn text round or can't be seen, and backquotes. */
const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff`]+/g;
/** Half of a character that takes two units. */
const HALF = /\p{Surrogate}/gu;
/** More of a list than that is only counted. */
const MOST_NAMED = 4;

/** As code; what would break out of it, or wouldn't be seen, is taken out. */
export function code(value: string): string {
  const plain = PLAIN.test(value) ? value : cleaned(value);
  if (plain === '') return say('explain.empty');
  const half = (LONGEST - 1) / 2;
  const cut =
    plain.length > LONGEST
      ? `${plain.slice(0, Math.ceil(half))}…${plain.slice(-Math.floor(half))}`.replace(HALF, '')
      : plain;
  return `\`${cut}\``;
}

function cleaned(value: string): string {
  const read = value.length > 2 * READ ? `${value.slice(0, READ)}${value.slice(-READ)}` : value;
  return read.replace(UNSEEN, ' ').replace(HALF, '').trim();
}

/** “a”, “a and b”, “a, b and c”, “a, b, c and 4 more”. */
export function list(parts: readonly string[], most = MOST_NAMED): string {
  const named =
    parts.length > most
      ? [...parts.slice(0, most - 1), say('explain.list.more', { count: String(parts.length - most + 1) })]
      : parts;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : say('explain.list', { before: named.slice(0, -1).join(', '), last });
}

/** Values as such a list; those that are only counted cost nothing. */
export const codes = (values: readonly string[], most = MOST_NAMED): string =>
  list(
    values.map((value, at) => (at < most ? code(value) : value)),
    most,
  );

export const line = ({ range }: Instruction): string => String(range.start.line);

/** For a text that has two forms. */
export const yes = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** Those that there are, as one text. */
export const sentences = (...all: readonly string[]): string => all.filter(Boolean).join(' ');

/** What a command runs, as one would type it. */
export const commandWords = (command: Command): string =>
  command.form === 'shell'
    ? command.text
    : command.items.map((item) => (/^[\w./:=@%+,-]+$/.test(item) ? item : `'${item}'`)).join(' ');

/** Of a line that changes nothing but the image's settings. */
export const settings = (text: string, invalidatedBy = '', atRunTime: string | null = null): Words => ({
  text,
  effect: 'settings',
  makesLayer: false,
  invalidatedBy,
  atRunTime,
});
