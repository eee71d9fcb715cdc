/** Finding words in a step's output. Pure. */
import type { BuildLogLine } from '../../../shared/build-progress.js';
import { plainText } from './ansi.js';

/** The lines, by their place, in which `words` stand, in any case; none for no words. */
export function findLines(lines: readonly BuildLogLine[], words: string): readonly number[] {
  const wanted = words.toLowerCase();
  if (wanted === '') return [];
  return lines.flatMap(({ text }, at) => (plainText(text).toLowerCase().includes(wanted) ? [at] : []));
}
