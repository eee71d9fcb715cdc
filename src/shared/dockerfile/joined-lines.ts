/** The lines that make one instruction, joined as BuildKit joins them (moby/buildkit parser/parser.go). */
import { Piece, type Fragment } from './piece.js';
import { isBlank, trimStart } from './space.js';
import type { Source, SourceLine } from './source.js';
import type { Comment } from './syntax.js';

export type JoinedLines = {
  /** Without its continuations. */
  readonly line: Piece;
  /** Offset of its first character. */
  readonly start: number;
  readonly comments: readonly Comment[];
  /** The first blank line between the others, which a later engine may refuse. */
  readonly blank: SourceLine | null;
  /** Index of the line after them. */
  readonly next: number;
};

/** The lines of one instruction: an escape at the end of a line, comments and blank lines after it, continue it. */
export function joinLines(source: Source, first: number, escape: string): JoinedLines {
  const fragments: Fragment[] = [];
  const comments: Comment[] = [];
  let blank: SourceLine | null = null;
  let next = first;
  let isOpen = true;
  for (let line = source.lines[next]; isOpen && line !== undefined; line = source.lines[++next]) {
    const whole = source.lineText(line);
    if (fragments.length > 0 && isComment(whole)) comments.push(toComment(source, line));
    else if (fragments.length > 0 && isBlank(whole)) blank ??= line;
    else {
      // The first line's indent goes; that of the others stays, as the shell has always been given it.
      const text = fragments.length === 0 ? trimStart(whole) : whole;
      const cut = continuation(text, escape);
      isOpen = cut >= 0;
      fragments.push({ text: isOpen ? text.slice(0, cut) : text, offset: line.end - text.length });
    }
  }
  const start = fragments[0]?.offset ?? 0;
  return { line: Piece.join(source, fragments), start, comments, blank, next };
}

/** Where the escape that continues a line stands; -1 when none does. One that is itself escaped does not. */
function continuation(text: string, escape: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t') end--;
  const isContinued = text.charAt(end - 1) === escape && text.charAt(end - 2) !== escape;
  return isContinued ? end - 1 : -1;
}

/** Of a line's text. */
export function isComment(line: string): boolean {
  return trimStart(line).startsWith('#');
}

export function toComment(source: Source, line: SourceLine): Comment {
  const start = source.text.indexOf('#', line.start);
  return { text: source.text.slice(start + 1, line.end).trim(), range: source.range(start, line.end) };
}
