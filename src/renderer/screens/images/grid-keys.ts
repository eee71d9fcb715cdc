/** What a key does in the list of images. Pure. */
import type { Entry } from '../../state/image-groups.js';
import { readingKey } from '../../components/reading-key.js';
import { rowAfterKey } from './row-window.js';

export type GridAction =
  | { readonly does: 'move'; readonly to: number; readonly extends: boolean }
  /** Along the buttons of the row. */
  | { readonly does: 'step'; readonly by: 1 | -1 }
  | { readonly does: 'fold'; readonly folded: boolean }
  | { readonly does: 'enter' | 'toggle' | 'all' | 'none' | 'remove' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

type Place = {
  readonly entries: readonly Entry[];
  /** The entry that has the keyboard. */
  readonly active: number;
  readonly height: number;
  /** Whether it is the row itself, not a button in it. */
  readonly isOnRow: boolean;
};

/** Null for a key that does nothing here. */
export function gridAction(pressed: Pressed, { entries, active, height, isOnRow }: Place): GridAction | null {
  const { shiftKey, ctrlKey, metaKey, altKey } = pressed;
  const key = readingKey(pressed.key);
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? { does: 'all' } : null;
  const to = rowAfterKey(key, active, height, entries.length);
  if (to !== null) return { does: 'move', to, extends: shiftKey };
  const entry = entries[active];
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const isRight = key === 'ArrowRight';
    if (isOnRow && entry?.kind === 'repository' && entry.isOpen !== isRight)
      return { does: 'fold', folded: !isRight };
    return { does: 'step', by: isRight ? 1 : -1 };
  }
  if (key === 'Escape') return { does: 'none' };
  if (key === 'Delete') return { does: 'remove' };
  // A button in the row answers these itself.
  if (!isOnRow) return null;
  if (key === 'Enter') return { does: 'enter' };
  return key === ' ' ? { does: 'toggle' } : null;
}
