/** Ranges that take whole lines, for what is to be removed. */
import type { Source } from '../source.js';
import type { Range } from '../syntax.js';

/** From the start of a range's first line to where the line after its last begins. */
export function wholeLines(source: Source, { start, end }: Range): Range {
  const first = source.lines[start.line - 1];
  const last = source.lines[end.line - 1];
  return source.range(first?.start ?? start.offset, last ? source.after(last) : end.offset);
}
