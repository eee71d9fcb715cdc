/** Says things in the language that was chosen. Each process has one language at a time, and begins in English. */
import { IntlMessageFormat } from 'intl-messageformat';
import { en, type English, type Key } from './en/index.js';
import { type Language, PSEUDO } from './language.js';
import type { Catalogue, Given, Message, Values } from './message.js';

let language: Language = 'en';
let catalogue: Catalogue = en;
let formats = new Map<string, IntlMessageFormat>();

export const currentLanguage = (): Language => language;

/** For `Intl`: the pseudo-locale is English underneath. */
export const localeOf = (one: Language): string => (one === PSEUDO ? 'en' : one);

/** Speaks `wanted` from now on. What was said stays as it is: whoever shows it asks again. */
export async function speak(wanted: Language): Promise<void> {
  // Read before it is switched to, so that there is no moment with half of either.
  const loaded = await load(wanted);
  language = wanted;
  catalogue = loaded;
  formats = new Map();
}

async function load(wanted: Language): Promise<Catalogue> {
  switch (wanted) {
    case 'en':
      return en;
    case 'de':
      return (await import('./de/index.js')).de;
    case PSEUDO:
      return (await import('./pseudo.js')).pseudo(en);
  }
}

/** The text of a key in the current language, with `values` in its gaps. */
export function say<K extends Key>(key: K, ...[values]: Given<English[K]>): string {
  const text = catalogue[key] ?? en[key];
  return filled(text, values) ?? String(formatOf(key, text).format(values));
}

/** Nothing but words and gaps: no plural, no number, no quoting. */
const PLAIN = /^[^{}']*(?:\{\w+\}[^{}']*)*$/;

/** A plain text whose values are all words, which needs no reader of ICU's: the first one costs a start 8 ms. Null for any other. */
function filled(text: string, values: Values = {}): string | null {
  if (!text.includes('{')) return text;
  if (!PLAIN.test(text)) return null;
  const words = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const known = new Map(words);
  const pieces = text.split(/\{(\w+)\}/);
  const isPlain = pieces.every((piece, at) => at % 2 === 0 || known.has(piece));
  return isPlain ? pieces.map((piece, at) => (at % 2 === 0 ? piece : known.get(piece))).join('') : null;
}

type PlainKey = { [K in Key]: English[K] extends Message<Values> ? never : K }[Key];

/**
 * What something that is called `shown` is found by beside that, of which nothing is seen: its other words, and in another
 * language the English ones, too, which people know from elsewhere.
 */
export function alsoFoundBy(shown: PlainKey, also: PlainKey | null): string {
  const others = [catalogue, ...(catalogue === en ? [] : [en])].map((one) =>
    also === null ? '' : one[also],
  );
  return [...others, catalogue === en ? '' : en[shown]].filter(Boolean).join(' ');
}

/** A piece of a text: plain, or one that the screen shows in a way of its own. */
export type Piece = { readonly slot: string | null; readonly text: string };

/**
 * The text of a key in pieces, so that a screen can show some of them otherwise: a gap called as one of `slots`, or what
 * stands between `<slot>` and `</slot>` in the text.
 */
export function sayPieces<K extends Key>(
  key: K,
  slots: readonly string[],
  ...[values]: Given<English[K]>
): readonly Piece[] {
  const text = catalogue[key] ?? en[key];
  const given: Record<string, unknown> = { ...(values as Values | undefined) };
  for (const slot of slots) {
    const value = given[slot];
    given[slot] =
      value === undefined
        ? (chunks: readonly unknown[]) => ({ slot, text: chunks.join('') })
        : { slot, text: numbered(value) };
  }
  return formatOf(`${key} <>`, text, false)
    .formatToParts(given as Record<string, Piece>)
    .map(({ value }) => (isPiece(value) ? value : { slot: null, text: value }));
}

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && 'slot' in value;

const numbered = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString(localeOf(language)) : String(value);

/** Reading a text takes a hundred times as long as filling it in. */
function formatOf(name: string, text: string, ignoreTag = true): IntlMessageFormat {
  const known = formats.get(name);
  if (known) return known;
  const made = new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag });
  formats.set(name, made);
  return made;
}
