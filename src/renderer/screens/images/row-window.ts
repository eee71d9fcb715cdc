/** Which rows of a long list are in the document. Pure; sizes in px. */

/** The height of a row, as --row says. */
export const ROW = 32;

/** Rows beyond the edges, so that a quick scroll finds them painted. */
const SPARE = 8;

export type RowWindow = { readonly first: number; readonly end: number };

/** The rows from `first` to before `end`, for a viewport of `height` that is scrolled to `scrollTop`. */
export function rowWindow(scrollTop: number, height: number, count: number): RowWindow {
  const top = Math.min(Math.floor(Math.max(0, scrollTop) / ROW), count);
  const first = Math.max(0, top - SPARE);
  return { first, end: Math.min(count, top + Math.ceil(height / ROW) + 1 + SPARE) };
}

/** Where to scroll so that row `index` is in sight, from `scrollTop`. */
export function scrollToShow(index: number, scrollTop: number, height: number): number {
  const top = index * ROW;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + ROW - height);
}

/** The row that a key leads to from row `index`; null for a key that leads nowhere. */
export function rowAfterKey(key: string, index: number, height: number, count: number): number | null {
  const page = Math.max(1, Math.floor(height / ROW) - 1);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? null : Math.max(0, Math.min(count - 1, target));
}
