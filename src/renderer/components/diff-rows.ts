/** What changes between two texts, line by line, with some lines around it. Pure. */
import { structuredPatch } from 'diff';

export type DiffRow = {
  /** `gap`: lines that are the same, and not shown. */
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  /** In the new text, from 1; of what is removed, in the old one. */
  readonly number: number | null;
  readonly text: string;
};

/** Lines shown around what changes. */
const AROUND = 3;
const LONGEST_SHOWN = 300;
/** More differences than that are no longer sought the shortest way: all of it is shown as another text. */
const MOST_EDITS = 2_000;

/** Empty when the two are the same. */
export function diffRows(before: string, after: string): readonly DiffRow[] {
  if (before === after) return [];
  const patch = structuredPatch('', '', before, after, '', '', {
    context: AROUND,
    maxEditLength: MOST_EDITS,
  });
  if (!patch) return [...all(before, 'removed'), ...all(after, 'added')];
  return patch.hunks.flatMap((hunk, at) => {
    const gap: DiffRow[] = at === 0 ? [] : [{ kind: 'gap', number: null, text: '' }];
    return [...gap, ...rowsOf(hunk)];
  });
}

type Hunk = { readonly oldStart: number; readonly newStart: number; readonly lines: readonly string[] };

function rowsOf({ oldStart, newStart, lines }: Hunk): readonly DiffRow[] {
  let [old, now] = [oldStart, newStart];
  return lines.flatMap((line): DiffRow[] => {
    const text = line.slice(1, LONGEST_SHOWN);
    if (line.startsWith('+')) return [{ kind: 'added', number: now++, text }];
    if (line.startsWith('-')) return [{ kind: 'removed', number: old++, text }];
    // “\ No newline at end of file” is no line.
    if (!line.startsWith(' ')) return [];
    old++;
    return [{ kind: 'same', number: now++, text }];
  });
}

const all = (text: string, kind: 'added' | 'removed'): readonly DiffRow[] =>
  text.split('\n').map((line, at) => ({ kind, number: at + 1, text: line.slice(0, LONGEST_SHOWN) }));
