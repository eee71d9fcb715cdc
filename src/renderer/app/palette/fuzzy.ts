/** How well a text answers what was typed, letter by letter in order, each word of it anywhere. Pure. */

export type Match = {
  /** Higher is better; only comparable for the same query. */
  readonly score: number;
  /** Places in the text of the letters that matched, in order. */
  readonly at: readonly number[];
};

const SUBSTRING = 100;
const WORD_START = 50;
const WHOLE = 30;
/** Letters that lie apart match, but never as well as letters together. */
const SCATTERED = 40;

/** Null when a word of `query` isn't in `text`. An empty query matches everything alike. */
export function fuzzyMatch(text: string, query: string): Match | null {
  const lower = text.toLowerCase();
  let score = 0;
  const at = new Set<number>();
  for (const word of query.toLowerCase().split(/\s+/)) {
    if (word === '') continue;
    const found = together(lower, word) ?? apart(lower, word);
    if (found === null) return null;
    score += found.score;
    for (const place of found.at) at.add(place);
  }
  return { score, at: [...at].sort((a, b) => a - b) };
}

/** Where the word stands as it is, at the beginning of a part where it can. */
function together(text: string, word: string): Match | null {
  let first = -1;
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    if (first < 0) first = from;
    if (isPartStart(text, from)) return placed(text, word, from, SUBSTRING + WORD_START);
  }
  return first < 0 ? null : placed(text, word, first, SUBSTRING);
}

function placed(text: string, word: string, from: number, score: number): Match {
  const end = from + word.length;
  const isWhole = isPartStart(text, from) && (end === text.length || !isLetter(text[end]));
  return {
    score: score + (isWhole ? WHOLE : 0) - Math.min(from, 40) / 10,
    at: Array.from(word, (_, index) => from + index),
  };
}

/** The letters in order, each at the beginning of a part where there is one ahead, else the next. */
function apart(text: string, word: string): Match | null {
  const at: number[] = [];
  let from = 0;
  let starts = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word[index] ?? '';
    const next = text.indexOf(letter, from);
    if (next < 0) return null;
    const start = nextPartStart(text, letter, next);
    // Only while what is left still fits behind it.
    const place = start >= 0 && holds(text, word.slice(index + 1), start + 1) ? start : next;
    if (isPartStart(text, place)) starts++;
    at.push(place);
    from = place + 1;
  }
  const span = (at.at(-1) ?? 0) - (at[0] ?? 0) + 1;
  return { score: SCATTERED + (10 * starts) / word.length - Math.min(span - word.length, 30), at };
}

function nextPartStart(text: string, letter: string, from: number): number {
  for (let at = from; at >= 0; at = text.indexOf(letter, at + 1)) if (isPartStart(text, at)) return at;
  return -1;
}

function holds(text: string, letters: string, from: number): boolean {
  let at = from;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
const isPartStart = (text: string, at: number): boolean => isLetter(text[at]) && !isLetter(text[at - 1]);
