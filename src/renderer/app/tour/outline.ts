/** The outline around what the tour speaks of: put on when it appears, which may be later than the tour's own words. */

const OUTLINE = 'tour-outline';

/** Outlines the first element that `selector` finds, now and when screens change; the answer takes it off. Null: nothing. */
export function outlined(selector: string | null): () => void {
  let marked: Element | null = null;
  const look = (): void => {
    const found = selector === null ? null : document.querySelector(selector);
    if (found === marked) return;
    marked?.classList.remove(OUTLINE);
    found?.classList.add(OUTLINE);
    marked = found;
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    marked?.classList.remove(OUTLINE);
  };
}
