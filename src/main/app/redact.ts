/** Takes out of a log what is nobody's business, before it is shown to be sent to somebody: names, places and secrets. Pure. */
import { basename } from 'node:path';
import { assignment, rules, secretName } from '../../shared/secret-scan/rules.js';

export type Person = {
  readonly username: string;
  /** Whole paths: the user's folder, and Strata's own. */
  readonly folders: readonly string[];
};

/** Shorter names would be found in other words, and this one is everybody’s. */
const SHORTEST_NAME = 3;
const NOBODYS_NAME = 'root';
const SECRET = '[secret]';

/** A longer line tells nobody anything, and looking through it would take long. */
const LONGEST_LINE = 1_000;

/** `text` with secrets, addresses, names of images and hosts, folders and the user's name replaced by what they were. */
export function redactLog(text: string, person: Person): string {
  return text
    .split('\n')
    .map((line) => redactLine(line, person))
    .join('\n');
}

function redactLine(line: string, { username, folders }: Person): string {
  // The word that is cut goes: what is left of a secret would no longer look like one.
  let left = line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE).replace(/\S+$/, '')}…`;
  for (const { marker, pattern } of rules) {
    if (left.includes(marker)) left = left.replaceAll(pattern, SECRET);
  }
  left = left.replaceAll(assignment, (all: string, ...groups: unknown[]) => {
    const { name = '', double, single, bare } = groups.at(-1) as Record<string, string | undefined>;
    const value = double ?? single ?? bare ?? '';
    if (!secretName.test(name)) return all;
    // The last one: a value may stand in its own name.
    const start = all.lastIndexOf(value);
    return `${all.slice(0, start)}${SECRET}${all.slice(start + value.length)}`;
  });
  left = left.replaceAll(/\b(?:basic|bearer)\s+[\w.~+/=-]{6,}/gi, SECRET);
  for (const folder of folders.filter((each) => each.length > 1)) left = left.replaceAll(folder, '[folder]');
  left = left
    .replaceAll(/\bfile:\/\/[^\s"'()]+/g, (url) => `file:…/${basename(url)}`)
    .replaceAll(/\b([a-z][a-z0-9+.-]{1,20}):\/\/[^\s"'<>,;)\]}]+/gi, '$1://[address]')
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[name]')
    .replaceAll(/(?<![\w.[\]/])(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|localhost(?::\d+)?)\/[\w./@:-]+/g, '[image]')
    .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[host]')
    .replaceAll(/(?:\[folder\]|[A-Za-z]:\\|(?<![\w.:\]/…])\/)(?:[^\s"'`,;:()[\]{}]*[\\/])+/g, '…/');
  if (username.length < SHORTEST_NAME || username === NOBODYS_NAME) return left;
  return left.replaceAll(new RegExp(`(?<![\\w-])${escaped(username)}(?![\\w-])`, 'gi'), '[user]');
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
