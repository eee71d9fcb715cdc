/** The windows that are open, by number: which is in front, and what each has told. */
import type { BrowserWindow } from 'electron';
import type { ActionId } from '../../shared/actions.js';
import { bringToFront } from './notifications.js';

export type WindowParts = {
  /** Makes the window of a number that no other has, or had. */
  readonly make: (number: number) => BrowserWindow;
  /** The window in front can do these now. */
  readonly onPossible: (possible: readonly ActionId[]) => void;
  readonly onAllClosed: () => void;
};

type Known = {
  readonly window: BrowserWindow;
  unsaved: readonly string[];
  possible: readonly ActionId[];
};

export type Windows = {
  readonly open: () => void;
  /** The number of the window in front, or of the one that was last; made when there is none. */
  readonly front: () => number;
  /** Puts that one before the user's eyes, and answers with its number. */
  readonly show: () => number;
  readonly count: () => number;
  readonly unsavedOf: (number: number) => readonly string[];
  /** Whether any window has told of files that aren't saved. */
  readonly hasUnsaved: () => boolean;
  readonly tellUnsaved: (number: number, files: readonly string[]) => void;
  readonly tellPossible: (number: number, actions: readonly ActionId[]) => void;
};

/** How far a further window stands from the one that it was opened from, in px. */
const STEP = 28;

export function createWindows({ make, onPossible, onAllClosed }: WindowParts): Windows {
  const known = new Map<number, Known>();
  let last = 0;
  let front = 0;

  const look = (number: number): void => {
    front = number;
    onPossible(known.get(number)?.possible ?? []);
  };

  const open = (): void => {
    const number = ++last;
    const before = known.get(front)?.window;
    const window = make(number);
    known.set(number, { window, unsaved: [], possible: [] });
    if (before && !before.isMaximized()) {
      const [x = 0, y = 0] = before.getPosition();
      window.setPosition(x + STEP, y + STEP);
    }
    window.on('focus', () => look(number));
    window.on('closed', () => {
      known.delete(number);
      if (front === number) look([...known.keys()].at(-1) ?? 0);
      if (known.size === 0) onAllClosed();
    });
    look(number);
  };

  const ensured = (): number => {
    if (known.size === 0) open();
    return front;
  };

  return {
    open,
    front: ensured,
    show() {
      const number = ensured();
      const own = known.get(number);
      if (own) bringToFront(own.window);
      return number;
    },
    count: () => known.size,
    unsavedOf: (number) => known.get(number)?.unsaved ?? [],
    hasUnsaved: () => [...known.values()].some(({ unsaved }) => unsaved.length > 0),
    tellUnsaved(number, files) {
      const own = known.get(number);
      if (own) own.unsaved = files;
    },
    tellPossible(number, actions) {
      const own = known.get(number);
      if (own) own.possible = actions;
      if (number === front) onPossible(actions);
    },
  };
}
