/** Heredocs of RUN, COPY and ADD: which words open one, and what their bodies hold (moby/buildkit parser/parser.go). */
import { trimStart } from './space.js';
import type { Source } from './source.js';
import type { Heredoc } from './syntax.js';
import { expandWord } from './words.js';

export type HeredocOpening = Pick<Heredoc, 'name' | 'expands' | 'chomps' | 'fileDescriptor'>;

export type HeredocBodies = {
  readonly heredocs: readonly Heredoc[];
  /** Index of the first line after them. */
  readonly next: number;
  /** Whether the file ended before the last of them did. */
  readonly isUnterminated: boolean;
};

const OPENING = /^(\d*)<<(-?)/;
/** A word cut at the space that may stand before a heredoc's name. */
const OPENING_TO_COME = /^\d*<<-$/;
const NOTHING_SET: ReadonlyMap<string, string> = new Map();
const QUOTE = /["']/g;

/** A word that opens a heredoc: `<<EOF`, `3<<-"EOF"`. Null for any other word, and for quotes that don't close. */
export function heredocOpening(word: string): HeredocOpening | null {
  if (!word.includes('<<')) return null;
  const [opening, descriptor = '', dash = ''] = OPENING.exec(word) ?? [];
  if (opening === undefined) return null;
  const rest = trimStart(word.slice(opening.length));
  if (rest === '' || rest.includes('<')) return null;
  const bare = expandWord(rest, NOTHING_SET, { keepsUnset: true });
  const quoted = expandWord(rest, NOTHING_SET, { keepsUnset: true, keepsQuotes: true });
  const name = bare.ok ? bare.words[0] : undefined;
  if (!bare.ok || !quoted.ok || name === undefined || bare.words.length !== 1) return null;
  return {
    name,
    // A quote that only the second reading has did quote something.
    expands: countQuotes(name) === countQuotes(quoted.words[0] ?? ''),
    chomps: dash === '-',
    fileDescriptor: Number(descriptor),
  };
}

function countQuotes(text: string): number {
  return text.match(QUOTE)?.length ?? 0;
}

/** Those that an instruction's line opens, in order. None when its quotes don't close: BuildKit then sees none. */
export function heredocOpenings(line: string): readonly HeredocOpening[] {
  if (!line.includes('<<')) return [];
  const lexed = expandWord(line, NOTHING_SET, { keepsUnset: true, keepsQuotes: true, keepsEscapes: true });
  if (!lexed.ok) return [];
  const openings: HeredocOpening[] = [];
  for (const [index, word] of lexed.words.entries()) {
    const whole = OPENING_TO_COME.test(word) ? `${word} ${lexed.words[index + 1] ?? ''}` : word;
    const opening = heredocOpening(whole);
    if (opening) openings.push(opening);
  }
  return openings;
}

/** Reads the bodies that follow, one after the other, from the line of index `at`. */
export function readHeredocs(source: Source, at: number, openings: readonly HeredocOpening[]): HeredocBodies {
  const heredocs: Heredoc[] = [];
  let next = at;
  let isUnterminated = false;
  for (const opening of openings) {
    const first = source.lines[next];
    isUnterminated = true;
    while (isUnterminated && next < source.lines.length) {
      const line = source.lines[next++];
      const text = line ? source.lineText(line) : '';
      isUnterminated = (opening.chomps ? text.replace(/^\t+/, '') : text) !== opening.name;
    }
    // Without an end it lasts to the file's; a range leaves the last line's own end out.
    const fileEnd = source.lines.at(-1)?.end ?? 0;
    const start = first?.start ?? fileEnd;
    const end = isUnterminated ? fileEnd : (source.lines[next - 1]?.start ?? start);
    const body = first ? source.text.slice(start, isUnterminated ? source.text.length : end) : '';
    heredocs.push({
      ...opening,
      content: opening.chomps ? chomp(body) : body,
      range: source.range(start, end),
    });
  }
  return { heredocs, next, isUnterminated };
}

/** Without the tabs that its lines begin with. */
export function chomp(content: string): string {
  return content.replace(/(^|\n)\t+/g, '$1');
}
