/** How a flag is taken out of an instruction. */
import type { Source } from '../source.js';
import type { Range } from '../syntax.js';
import type { Edit } from './rule.js';

/** Nobody leaves more space. */
const FURTHEST = 200;

/** With the space after it; null where its line ends with it. */
export function withoutFlag(source: Source, range: Range): Edit | null {
  const space = /^[ \t]+(?=[^ \t\\`\r\n])/.exec(
    source.text.slice(range.end.offset, range.end.offset + FURTHEST),
  );
  return space && { range: source.range(range.start.offset, range.end.offset + space[0].length), text: '' };
}
