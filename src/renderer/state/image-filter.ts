/** What somebody types to find images, as tests of rows. Pure. */
import { filterWords, type FilterFacts, type RowTest } from './filter-words.js';
import type { ImageRow } from './image-rows.js';

export type ImageFilter = {
  readonly tests: readonly RowTest[];
  /** What can't be understood, a sentence for each. It is left out of the tests. */
  readonly problems: readonly string[];
  /** Whether it asks for what only a look at each image tells. */
  readonly needsTraits: boolean;
};

type Token = { readonly negated: boolean; readonly text: string; readonly isQuoted: boolean };

/** A piece without spaces, or with them in quotes; a minus in front turns its meaning around. */
const TOKEN = /(-?)("[^"]*"?|(?:[^\s"]|"[^"]*"?)+)/g;

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)]
    .map(([, minus = '', body = '']) => ({
      negated: minus !== '',
      isQuoted: body.startsWith('"'),
      text: body.replaceAll('"', ''),
    }))
    .filter((token) => token.text !== '');
}

/**
 * Reads `alpine -used: larger:100MB "two words"`: every piece must hold. What begins with none of the known words is looked
 * for in names and ids, and so is what stands in quotes.
 */
export function readFilter(text: string): ImageFilter {
  const tests: RowTest[] = [];
  const problems: string[] = [];
  let needsTraits = false;
  for (const { negated, isQuoted, text: piece } of tokensOf(text)) {
    const colon = piece.indexOf(':');
    const word = isQuoted || colon < 0 ? undefined : filterWords.get(piece.slice(0, colon).toLowerCase());
    const test = word ? word.read(piece.slice(colon + 1)) : plainTest(piece);
    if (typeof test === 'string') {
      problems.push(test);
      continue;
    }
    needsTraits ||= word?.needsTraits ?? false;
    tests.push(negated ? not(test) : test);
  }
  return { tests, problems, needsTraits };
}

/** Whether all tests hold. A row of which one of them can't tell yet is left out. */
export const isFound = ({ tests }: ImageFilter, row: ImageRow, facts: FilterFacts): boolean =>
  tests.every((test) => test(row, facts) === true);

function plainTest(text: string): RowTest {
  const wanted = text.toLowerCase();
  return ({ name, image }) => name.toLowerCase().includes(wanted) || image.id.includes(wanted);
}

const not =
  (test: RowTest): RowTest =>
  (row, facts) => {
    const holds = test(row, facts);
    return holds === null ? null : !holds;
  };
