/** Which rows of a long log are worth painting, and whether the reader stands at its end. Pure. */

/** What a scrolled element tells, in CSS pixels. */
export type Viewport = { readonly top: number; readonly height: number; readonly contentHeight: number };

/** Rows painted beyond either edge, so that a quick scroll shows no gap. */
const OVERSCAN = 12;

/** The half-open range of rows to paint, for rows of one height. */
export function visibleRows(
  viewport: Pick<Viewport, 'top' | 'height'>,
  rowHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(viewport.top / rowHeight) - OVERSCAN);
  const end = Math.min(count, Math.ceil((viewport.top + viewport.height) / rowHeight) + OVERSCAN);
  return { first: Math.min(first, end), end };
}

/** True when the last row is in view, give or take one: new lines are then followed. */
export function isAtEnd(viewport: Viewport, rowHeight: number): boolean {
  return viewport.contentHeight - viewport.top - viewport.height <= rowHeight;
}
