/** The engine's record of an image as lines to look at. Pure. */

/** A record can hold megabytes of labels; not more than this is painted. */
const MOST_LINES = 3_000;
const MOST_CHARACTERS = 400_000;

/** One line longer than this is cut: nobody reads it, and wrapping it is slow. */
const LONGEST_LINE = 4_000;

export type FoundLines = {
  readonly text: string;
  /** How many lines hold the words. */
  readonly count: number;
  /** There is more than `text` shows. */
  readonly cut: boolean;
};

/** The lines of `raw` that hold `search`, in any case; all of them for none. */
export function linesFound(raw: string, search: string): FoundLines {
  const wanted = search.toLowerCase();
  const all = raw.split('\n');
  const found = wanted === '' ? all : all.filter((line) => line.toLowerCase().includes(wanted));
  const shown: string[] = [];
  let characters = 0;
  let cut = false;
  for (const line of found) {
    if (shown.length === MOST_LINES || characters > MOST_CHARACTERS) {
      cut = true;
      break;
    }
    const short = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
    cut ||= short !== line;
    characters += short.length;
    shown.push(short);
  }
  return { text: shown.join('\n'), count: found.length, cut };
}
