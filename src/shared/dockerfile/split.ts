/** How an instruction's text falls into keyword, flags and words (moby/buildkit parser/split_command.go, line_parsers.go). */
import type { Piece } from './piece.js';
import { isSpace, trimStart } from './space.js';
import type { Flag, Word } from './syntax.js';

/** What parts words that no quotes protect; other white space does not. */
const PARTING = /[\t\v\f\r ]+/g;

export type Head = {
  /** As it is written; empty when there is none. */
  readonly keyword: Word;
  readonly flags: readonly Flag[];
  /** What follows them, trimmed. */
  readonly rest: Piece;
};

export function splitHead(line: Piece): Head {
  const whole = line.trim();
  const parted = whole.text.search(PARTING);
  const end = parted < 0 ? whole.text.length : parted;
  const { flags, rest } = splitFlags(whole.slice(end));
  return { keyword: whole.word(0, end), flags, rest: rest.trim() };
}

/** Flags stand before everything else and end at the first word that is none, or at `--`. Their quotes and backslashes go. */
function splitFlags(piece: Piece): { readonly flags: readonly Flag[]; readonly rest: Piece } {
  const { text } = piece;
  const flags: Flag[] = [];
  let at = afterSpace(text, 0);
  while (text.startsWith('--', at)) {
    const start = at;
    let word = '';
    let quote = '';
    for (; at < text.length && (quote !== '' || !isSpace(text.charAt(at))); at++) {
      const char = text.charAt(at);
      if (char === '\\') word += text.charAt(++at);
      else if (quote !== '' ? char === quote : char === '"' || char === "'") quote = quote === '' ? char : '';
      else word += char;
    }
    at = Math.min(at, text.length);
    if (word === '--') return { flags, rest: piece.slice(at) };
    flags.push(toFlag(word, piece.word(start, at)));
    at = afterSpace(text, at);
  }
  return { flags, rest: piece.slice(at) };
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
}

function toFlag(word: string, { range }: Word): Flag {
  const equals = word.indexOf('=');
  return equals < 0
    ? { name: word.slice(2), value: null, range }
    : { name: word.slice(2, equals), value: word.slice(equals + 1), range };
}

/** Words parted by white space alone: quotes mean nothing here. */
export function plainWords(piece: Piece): readonly Word[] {
  if (piece.text === '') return [];
  const words: Word[] = [];
  let start = 0;
  for (const { index, 0: space } of piece.text.matchAll(PARTING)) {
    words.push(piece.word(start, index));
    start = index + space.length;
  }
  words.push(piece.word(start));
  return words;
}

/** The text before and after the first white space; null when there is none. */
export function cutAtSpace(piece: Piece): readonly [Word, Word] | null {
  const { done, value } = piece.text.matchAll(PARTING).next();
  if (done === true) return null;
  return [piece.word(0, value.index), piece.word(value.index + value[0].length)];
}

/** Words parted by white space outside quotes; quotes and escapes stay in them. */
export function quotedWords(piece: Piece, escape: string): readonly Piece[] {
  const { text } = piece;
  const words: Piece[] = [];
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const start = at;
    let end = text.length;
    let quote = '';
    for (; at < text.length && (quote !== '' || !isSpace(text.charAt(at))); at++) {
      const char = text.charAt(at);
      if (char === escape && quote !== "'") {
        // An escape with nothing after it is left out.
        if (++at >= text.length) end = text.length - 1;
      } else if (quote !== '') {
        if (char === quote) quote = '';
      } else if (char === '"' || char === "'") quote = char;
    }
    end = Math.min(at, end);
    if (end > start) words.push(piece.slice(start, end));
  }
  return words;
}

/**
 * The exec form: the items of a JSON array of strings. An array of anything else, which BuildKit refuses, is `mixed`; what
 * is no array is null, and then the shell form.
 */
export function jsonItems(text: string): readonly string[] | 'mixed' | null {
  const trimmed = trimStart(text);
  if (!trimmed.startsWith('[')) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    return null;
  }
  return Array.isArray(parsed) && parsed.every((item) => typeof item === 'string') ? parsed : 'mixed';
}

/** The items of an exec form, each where it stands with its quotes; null for any other form. */
export function jsonWords(piece: Piece): readonly Word[] | null {
  const items = jsonItems(piece.text);
  if (items === null || items === 'mixed') return null;
  const places = stringPlaces(piece.text);
  return items.map((text, index) => ({ text, range: piece.range(...(places[index] ?? [0, 0])) }));
}

/** Start and end of each string literal, quotes included, in an array known to be well formed. */
function stringPlaces(json: string): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  let start = json.indexOf('"');
  while (start >= 0) {
    let end = start + 1;
    while (end < json.length && json.charAt(end) !== '"') end += json.charAt(end) === '\\' ? 2 : 1;
    places.push([start, end + 1]);
    start = json.indexOf('"', end + 1);
  }
  return places;
}
