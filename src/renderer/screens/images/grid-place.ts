/** How far to scroll so that what was looked at stays in its place while rows come and go. Pure; sizes in px. */
import { ROW } from './row-window.js';

type Keyed = { readonly key: string };

/** The new place of a list that is scrolled to `scrollTop`. When the first row in sight is gone, the next that stayed counts. */
export function keptPlace(scrollTop: number, before: readonly Keyed[], now: readonly Keyed[]): number {
  const first = Math.floor(scrollTop / ROW);
  if (first <= 0) return scrollTop;
  const places = new Map(now.map(({ key }, at) => [key, at]));
  for (let at = first; at < before.length; at++) {
    const place = places.get(before[at]?.key ?? '');
    if (place !== undefined) return Math.max(0, scrollTop + (place - at) * ROW);
  }
  return scrollTop;
}
