/** Whether the reader of a long log stands at its end. Pure. */

/** What a scrolled element tells, in CSS pixels. */
export type Viewport = { readonly top: number; readonly height: number; readonly contentHeight: number };

/** True when the last row is in view, give or take one: new lines are then followed. */
export function isAtEnd(viewport: Viewport, rowHeight: number): boolean {
  return viewport.contentHeight - viewport.top - viewport.height <= rowHeight;
}
