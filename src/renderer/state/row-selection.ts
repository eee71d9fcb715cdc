/** Which rows are chosen, and how clicks and keys change that. Pure. */

export type Selection = {
  readonly keys: ReadonlySet<string>;
  /** From where a range reaches to the row that is clicked with shift. */
  readonly anchor: string | null;
};

export const nothingSelected: Selection = { keys: new Set(), anchor: null };

export const selectOnly = (keys: readonly string[], anchor: string | null): Selection => ({
  keys: new Set(keys),
  anchor,
});

/** Takes all of `keys` in, or, when they are in already, out. */
export function toggleKeys(selection: Selection, keys: readonly string[], anchor: string): Selection {
  const next = new Set(selection.keys);
  const areIn = keys.every((key) => next.has(key));
  for (const key of keys) {
    if (areIn) next.delete(key);
    else next.add(key);
  }
  return { keys: next, anchor };
}

/** A line of the list, with the rows that it stands for: its own, or those of a group. */
export type Line = { readonly key: string; readonly keys: readonly string[] };

/** The lines from the anchor to `key`, instead of what was chosen. Without an anchor in sight: that line alone. */
export function selectRange(selection: Selection, key: string, lines: readonly Line[]): Selection {
  const to = lines.findIndex((line) => line.key === key);
  const from = lines.findIndex((line) => line.key === selection.anchor);
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  const keys = lines.slice(first, last + 1).flatMap((line) => line.keys);
  return { keys: new Set(keys), anchor: from < 0 ? key : selection.anchor };
}
