/** The windows as a desktop knows them: each made, confined and watched alike; opened again from the dock, or by a second start. */
import { app, type BrowserWindow } from 'electron';
import type { OpenedPath } from '../../shared/contract/app.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import { askBeforeClosing } from './close-question.js';
import { createLinkQuestion } from './links.js';
import type { Log } from './log.js';
import type { MenuBar } from './menu.js';
import { followFiles } from './open-file.js';
import { openedPath } from './opened-path.js';
import { offerReload } from './watchdog.js';
import { openWindow, type WindowOptions } from './window.js';
import { createWindows, type Windows } from './windows.js';

export type DesktopParts = Pick<
  WindowOptions,
  'page' | 'mayLoad' | 'origin' | 'preload' | 'placeFile' | 'zoom'
> & {
  readonly log: Log;
  readonly menu: MenuBar;
  readonly runningJobs: () => readonly JobSummary[];
  /** How many of a second start's words are not the user's. */
  readonly ownWords: number;
  /** A second start, or the system, names something to open in the window of this number. */
  readonly onOpened: (window: number, opened: OpenedPath) => void;
  readonly onAllClosed: () => void;
};

/** Opens the first window. Call after `ready`. */
export function openDesktop({
  page,
  mayLoad,
  origin,
  preload,
  placeFile,
  zoom,
  log,
  menu,
  runningJobs,
  ownWords,
  onOpened,
  onAllClosed,
}: DesktopParts): Windows {
  const askForLink = createLinkQuestion((error) => log.error('a link is not opened', error));

  const make = (number: number): BrowserWindow => {
    const window = openWindow({
      page: number === 1 ? page : `${page}?window=${number}`,
      mayLoad,
      origin,
      preload,
      placeFile,
      zoom,
      onUnkept: (error) => log.error('the window’s place is not kept', error),
      onLink: (from, url) => void askForLink(from, url),
    });
    offerReload(window, {
      onSeen: (what, detail) => log.error(what, detail),
      onGone: () => {
        windows.tellUnsaved(number, []);
        windows.tellPossible(number, []);
      },
    });
    askBeforeClosing(window, {
      // They go on while there is a window to see them in.
      running: () => (windows.count() > 1 ? [] : runningJobs()),
      unsaved: () => windows.unsavedOf(number),
    });
    return window;
  };
  const windows = createWindows({ make, onPossible: menu.enable, onAllClosed });

  app.on('activate', () => {
    windows.front();
  });
  app.on('second-instance', (_event, argv, cwd) => {
    const window = windows.show();
    const opened = openedPath(argv, cwd, ownWords);
    if (opened !== null) onOpened(window, opened);
  });
  followFiles((opened) => onOpened(windows.show(), opened));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  windows.open();
  return windows;
}
