/** Arrow keys in a list whose rows have buttons: up and down to the same button of the next row. For lists in the document as a whole. */

const CONTROLS = 'button:enabled, a[href]';

/** An attachment for the list. */
export function listKeys(list: HTMLElement): () => void {
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const rows = [...list.children].filter((row): row is HTMLElement => row instanceof HTMLElement);
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const to = rowAfter(event.key, at, rows.length);
    if (at < 0 || to === null) return;
    event.preventDefault();
    if (to === at) return;
    focusLike(rows[at], rows[to]);
  };
  list.addEventListener('keydown', onkeydown);
  return () => list.removeEventListener('keydown', onkeydown);
}

/** For a row that is about to go: its focus moves to the next row, else to the one before, else to `last`. */
export function leaveRow(row: HTMLElement, last: HTMLElement | null): void {
  if (!row.contains(document.activeElement)) return;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (next instanceof HTMLElement) focusLike(row, next);
  else last?.focus();
}

function rowAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The button in the same place, or the last one of a row with fewer. */
function focusLike(from: HTMLElement | undefined, to: HTMLElement | undefined): void {
  const own = [...(from?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const at = own.findIndex((control) => control === document.activeElement);
  const there = [...(to?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  (there[at] ?? there.at(-1))?.focus();
}
