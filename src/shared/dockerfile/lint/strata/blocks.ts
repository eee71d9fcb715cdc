/** An instruction with the comments right above it, as whole lines: what is moved when it is moved. */
import type { Source } from '../../source.js';
import type { Instruction, Range } from '../../syntax.js';
import { wholeLines } from '../whole-lines.js';

export function blockOf(source: Source, { range, comments }: Instruction): Range {
  const start = comments[0]?.range.start ?? range.start;
  return wholeLines(source, { start, end: range.end });
}

/** Its text, ending with a line's end. */
export function blockText({ text }: Source, { start, end }: Range): string {
  const block = text.slice(start.offset, end.offset);
  return block.endsWith('\n') ? block : `${block}\n`;
}
