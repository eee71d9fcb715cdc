/** Applies what a finding proposes. Pure. */
import type { Fix } from './lint/rule.js';

/** The text with a fix's edits made. Each edit's range is one of `text`. */
export function applyFix(text: string, { edits }: Fix): string {
  const inOrder = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset);
  let result = '';
  let copied = 0;
  for (const { range, text: replacement } of inOrder) {
    result += text.slice(copied, range.start.offset) + replacement;
    copied = range.end.offset;
  }
  return result + text.slice(copied);
}
