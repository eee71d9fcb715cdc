/** Finds what looks like a secret in a text, and shows no more of it than tells it apart. Pure. */
import { say } from '../words/index.js';
import { assignment, rules, secretName, type SecretKind } from './rules.js';

/** What it is: a known form of secret, or what is assigned to a name that says so. */
export type SecretWhat =
  { readonly rule: SecretKind } | { readonly rule: 'assignment'; readonly name: string };

/** Its first letters, never more than a quarter of it, and how long it is. */
export type SecretHint = { readonly start: string; readonly length: number };

/** Without words: what finds it may be a process that doesn't know the language. */
export type SecretFinding = {
  readonly what: SecretWhat;
  /** From 1. */
  readonly line: number;
  readonly hint: SecretHint;
};

/** `a GitHub token` */
export const secretTitle = (what: SecretWhat): string =>
  what.rule === 'assignment' ? say('secrets.valueOf', { name: what.name }) : say(`secrets.kind.${what.rule}`);

/** `ghp_… (40 characters)` */
export const hintWords = (hint: SecretHint): string => say('secrets.hint', hint);

/** Of a text no more than so many are told. */
const MOST = 20;
const SHOWN = 4;
const ANY_NAME = /pass|secret|token|credential|key/i;

/** What stands for a value that somebody has yet to fill in, or that is filled in elsewhere. */
const PLACEHOLDER =
  /^(?:\$|%|<|\{|\*+$|x+$|\.+$)|\$\{|\{\{|(?:change|replace|your|example|dummy|sample|placeholder|redacted|hidden|secret$|password$|passwd$|token$|undefined|null|none|true|false|default$)|^(?:test|pass|user|my|foo|bar|xyz|123|abc)[\w.-]{0,8}$/i;

/**
 * `withAssignments`: also what is assigned to a name that says so. Programs do that with things that are no secrets; settings
 * rarely do.
 */
export function scanText(text: string, withAssignments: boolean): readonly SecretFinding[] {
  const lines = lineStarts(text);
  const found = new Map<number, SecretFinding>();
  const add = (what: SecretWhat, at: number, secret: string): void => {
    if (found.size < MOST && !found.has(at)) {
      found.set(at, { what, line: lineAt(lines, at), hint: hintOf(secret) });
    }
  };
  for (const { id, marker, pattern } of rules) {
    if (!text.includes(marker)) continue;
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0];
      if (match.groups?.secret !== undefined && PLACEHOLDER.test(secret)) continue;
      add({ rule: id }, match.index + match[0].lastIndexOf(secret), secret);
    }
  }
  const assigned = withAssignments && ANY_NAME.test(text) ? text.matchAll(assignment) : [];
  for (const match of assigned) {
    const { name = '', double, single, bare } = match.groups ?? {};
    const value = double ?? single ?? bare ?? '';
    const at = match.index + match[0].lastIndexOf(value);
    if (secretName.test(name) && looksRandom(value)) add({ rule: 'assignment', name }, at, value);
  }
  return [...found.entries()].sort(([one], [other]) => one - other).map(([, finding]) => finding);
}

/** Whether nobody would write it by hand: long enough, of mixed letters, without words of a language or a path. */
export function looksRandom(value: string): boolean {
  if (value.length < 12 || PLACEHOLDER.test(value) || /[\s/\\]{2}|^\/|^\.{1,2}\//.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return entropy(value) >= 3.3;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

export function hintOf(secret: string): SecretHint {
  const shown = Math.min(SHOWN, Math.floor(secret.length / 4));
  return { start: secret.slice(0, shown).replace(/\s/g, ' '), length: secret.length };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line that `at` stands in, from 1. */
function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}
