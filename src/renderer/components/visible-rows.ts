/** Which rows of a long list or log are worth painting. Pure. */

/** Rows painted beyond either edge, so that a quick scroll shows no gap. */
const OVERSCAN = 12;

/** The half-open range of rows to paint, for rows of one height. */
export function visibleRows(
  viewport: { readonly top: number; readonly height: number },
  rowHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(viewport.top / rowHeight) - OVERSCAN);
  const end = Math.min(count, Math.ceil((viewport.top + viewport.height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, end), end };
}
