/** What no translation has reached, and what has too little room: found in the page. */

/** Names, units and terms that are the same in every language. */
export const SAME = [
  'Strata|Docker|Podman|BuildKit|Electron|Chrome|Node|API|linux|English|Deutsch',
  'kB|MB|GB|TB|ms|AM|PM|untagged',
].join('|');

/** Runs in the page: parts of the shell that would have to be scrolled sideways, and buttons that cut off their words. */
export function tooWide(): string[] {
  return [...document.querySelectorAll<HTMLElement>('html, body, main, aside, button, [role=button]')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .filter((element) => element.checkVisibility() && !element.matches('.visually-hidden *'))
    .map(
      ({ tagName, scrollWidth, clientWidth, textContent }) =>
        `${tagName} ${tagName === 'BUTTON' ? textContent.trim() : ''}: ${scrollWidth} in ${clientWidth}`,
    );
}

/** Runs in the page: what is seen or read out there without the mark of the pseudo-locale, and is no code, path or name. */
export function unsaidTexts({ mark, same }: { mark: string; same: string }): string[] {
  const root = document.body;
  const name = new RegExp(`^(?:${same})$`);
  // Neither `amd64` nor `ghcr.io` is a word.
  const wordsOf = (text: string): readonly string[] =>
    text.replaceAll(/\S+\.\S+/g, '').match(/(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}])/gu) ?? [];
  const isUnsaid = (text: string): boolean =>
    !text.includes(mark) && wordsOf(text).some((word) => !name.test(word));
  /** Code, what the engine and users call things, and what says of itself that it is in another language. */
  const isOthers = (element: Element): boolean =>
    element.closest('code, pre, datalist, [lang]:not(html), script, style') !== null;
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, textContent: text } = walker.currentNode;
    if (parent?.checkVisibility() && !isOthers(parent) && text !== null && isUnsaid(text))
      found.push(text.trim());
  }
  for (const element of root.querySelectorAll('*')) {
    if (isOthers(element)) continue;
    for (const attribute of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(attribute) ?? '';
      if (isUnsaid(text)) found.push(`${attribute}: ${text}`);
    }
  }
  return found;
}
