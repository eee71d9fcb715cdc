/** An instruction's explanation as sentences for the screen. Pure. */
import type { Explanation } from '../../../../shared/dockerfile/explain/index.js';

/** The explanation of the instruction that a line (from 1) belongs to; null on a comment or blank line. */
export function explanationAt(explanations: readonly Explanation[], line: number): Explanation | null {
  const at = ({ instruction: { range } }: Explanation): boolean =>
    range.start.line <= line && line <= range.end.line;
  return explanations.find(at) ?? null;
}

/** What it does; what makes it run again; what it leaves for run time. */
export function sentencesOf({ text, invalidatedBy, atRunTime }: Explanation): readonly string[] {
  return [text, ...(invalidatedBy === '' ? [] : [invalidatedBy]), ...(atRunTime === null ? [] : [atRunTime])];
}
