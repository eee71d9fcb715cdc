/** The windows that are open, by number: which is in front, what each has told, and what comes back at the next start. */
import type { BrowserWindow } from 'electron';
import type { ActionId } from '../../shared/actions.js';
import { bringToFront } from './notifications.js';
import type { KeptWindow, WindowPlace } from './window-place.js';
import { placeOf } from './window.js';

export type WindowParts = {
  /** Makes the window of a number that no other has, or had. */
  readonly make: (number: number, place: WindowPlace | null) => BrowserWindow;
  /**
   * A window is there, whose user once chose the engine at `engine`; undefined: nothing yet. `from`: the number of the window that
   * it was opened from, and begins with the engine of.
   */
  readonly onOpened: (number: number, begun: WindowBegun) => void;
  readonly onClosed: (number: number) => void;
  /** What a window is called whose page is called `title`. */
  readonly titleOf: (number: number, title: string) => string;
  /** The windows that were open last, oldest first. */
  readonly kept: () => readonly KeptWindow[];
  readonly keep: (windows: readonly KeptWindow[]) => void;
  /** The window in front can do these now. */
  readonly onPossible: (possible: readonly ActionId[]) => void;
  readonly onAllClosed: () => void;
};

export type WindowBegun = { readonly engine: string | null | undefined; readonly from: number | null };

type Known = {
  readonly window: BrowserWindow;
  engine: string | null | undefined;
  title: string;
  unsaved: readonly string[];
  /** Told by a page that listens, and never empty then. */
  possible: readonly ActionId[];
  /** What waits for such a page. */
  waiting: readonly (() => void)[];
};

export type Windows = {
  /** Opens those that were open last, or one. */
  readonly openLast: () => void;
  readonly open: () => void;
  /** The number of the window in front, or of the one that was last; made when there is none. */
  readonly front: () => number;
  /** Puts that one before the user's eyes, or the last one that is `fit`, and answers with its number. */
  readonly show: (isFit?: (number: number) => boolean) => number;
  readonly count: () => number;
  /** Null while there is none. */
  readonly windowInFront: () => BrowserWindow | null;
  /** By its page; null for a page of no window. */
  readonly numberOf: (page: BrowserWindow['webContents']) => number | null;
  readonly unsavedOf: (number: number) => readonly string[];
  /** Whether any window has told of files that aren't saved. */
  readonly hasUnsaved: () => boolean;
  readonly tellUnsaved: (number: number, files: readonly string[]) => void;
  readonly tellPossible: (number: number, actions: readonly ActionId[]) => void;
  /** Does it once the window's page listens: at once when it does already. Not for a window that is gone. */
  readonly whenThere: (number: number, work: () => void) => void;
  /** Calls each as it is called now. */
  readonly retitle: () => void;
  /** Another engine was chosen in it. */
  readonly chose: (number: number, engine: string | null) => void;
  /** All are about to close together: these are the ones that come back. */
  readonly quitting: () => void;
  /** One of them stays, so nothing is about to close. */
  readonly staying: () => void;
};

/** How far a further window stands from the one that it was opened from, in px. */
const STEP = 28;

export function createWindows(parts: WindowParts): Windows {
  const { make, onOpened, onClosed, titleOf, kept, keep, onPossible, onAllClosed } = parts;
  const known = new Map<number, Known>();
  let last = 0;
  let front = 0;
  let isQuitting = false;

  const look = (number: number): void => {
    front = number;
    onPossible(known.get(number)?.possible ?? []);
  };

  const remember = (): void => {
    // When the last one goes, it is the one that comes back; when all go at once, they all do.
    if (isQuitting || known.size === 0) return;
    keep(
      [...known.values()].map(({ window, engine }) => ({
        ...placeOf(window),
        ...(engine === undefined ? {} : { engine }),
      })),
    );
  };

  const retitle = (): void =>
    known.forEach(({ window, title }, number) => window.setTitle(titleOf(number, title)));

  const add = (place: WindowPlace | null, begun: WindowBegun): void => {
    const number = ++last;
    const window = make(number, place);
    const own: Known = {
      window,
      engine: begun.engine,
      title: window.getTitle(),
      unsaved: [],
      possible: [],
      waiting: [],
    };
    known.set(number, own);
    onOpened(number, begun);
    retitle();
    window.on('page-title-updated', (event, title) => {
      event.preventDefault();
      own.title = title;
      window.setTitle(titleOf(number, title));
    });
    window.on('focus', () => look(number));
    window.on('close', remember);
    window.on('closed', () => {
      known.delete(number);
      onClosed(number);
      retitle();
      remember();
      if (front === number) look([...known.keys()].at(-1) ?? 0);
      if (known.size === 0) onAllClosed();
    });
    look(number);
  };

  const open = (): void => {
    const before = known.get(front);
    if (before) {
      const place = placeOf(before.window);
      const step = place.maximised ? 0 : STEP;
      add({ ...place, x: place.x + step, y: place.y + step }, { engine: before.engine, from: front });
    } else {
      const own = kept().at(-1);
      add(own ?? null, { engine: own?.engine, from: null });
    }
    remember();
  };

  const ensured = (): number => {
    if (known.size === 0) open();
    return front;
  };

  return {
    openLast() {
      for (const own of kept()) add(own, { engine: own.engine, from: null });
      ensured();
    },
    open,
    front: ensured,
    show(isFit = () => true) {
      const number = ensured();
      const fit = isFit(number) ? number : ([...known.keys()].findLast(isFit) ?? number);
      const own = known.get(fit);
      if (own) bringToFront(own.window);
      return fit;
    },
    count: () => known.size,
    windowInFront: () => known.get(front)?.window ?? null,
    numberOf: (page) =>
      [...known].find(([, { window }]) => !window.isDestroyed() && window.webContents === page)?.[0] ?? null,
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
      if (!own || actions.length === 0) return;
      const { waiting } = own;
      own.waiting = [];
      waiting.forEach((work) => work());
    },
    whenThere(number, work) {
      const own = known.get(number);
      if (own && own.possible.length > 0) work();
      else if (own) own.waiting = [...own.waiting, work];
    },
    retitle,
    chose(number, engine) {
      const own = known.get(number);
      if (own) own.engine = engine;
      retitle();
      remember();
    },
    quitting() {
      remember();
      isQuitting = true;
    },
    staying: () => void (isQuitting = false),
  };
}
