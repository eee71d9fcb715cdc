/** The windows as a desktop knows them: each made, confined and watched alike; opened again from the dock, or by a second start. */
import { app, type BrowserWindow } from 'electron';
import type { OpenedPath } from '../../shared/contract/app.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import { pageQuery, type PageStart } from '../../shared/page-address.js';
import { askBeforeClosing, askBeforeQuitting } from './close-question.js';
import type { FirstWindow } from './first-window.js';
import { createLinkQuestion } from './links.js';
import type { Log } from './log.js';
import type { MenuBar } from './menu.js';
import { followFiles } from './open-file.js';
import { followStarts } from './second-starts.js';
import { openedPath } from './opened-path.js';
import { offerReload } from './watchdog.js';
import { newWindow, useWindow, type WindowUse } from './window.js';
import { keepWindows, readWindows } from './window-place.js';
import { createWindows, type WindowParts, type Windows } from './windows.js';

export type DesktopParts = Pick<WindowUse, 'zoom'> &
  Pick<WindowParts, 'onOpened' | 'onClosed' | 'titleOf' | 'onAllClosed'> & {
    /** Is used where a first one is to be opened. */
    readonly first: FirstWindow;
    /** What a page is told by its address, but for its window's number. */
    readonly pageStart: () => Omit<PageStart, 'window'>;
    /** Where it is kept which windows were open, and where. */
    readonly windowsFile: string;
    readonly log: Log;
    readonly menu: MenuBar;
    readonly runningJobs: () => readonly JobSummary[];
    /** How many of a second start's words are not the user's. */
    readonly ownWords: number;
    /** A second start, or the system, names something to open in the window of this number. */
    readonly onPath: (window: number, opened: OpenedPath) => void;
    /** A window was to be closed, by itself or for quitting, and stays after its question. */
    readonly onStay: () => void;
  };

/** Opens none by itself. Call after `ready`. */
export function createDesktop({
  first,
  pageStart,
  windowsFile,
  zoom,
  log,
  menu,
  runningJobs,
  ownWords,
  onPath,
  onOpened,
  onClosed,
  titleOf,
  onAllClosed,
  onStay,
}: DesktopParts): Windows {
  const askForLink = createLinkQuestion((error) => log.error('a link is not opened', error));

  askBeforeQuitting({
    window: () => (windows.count() > 1 ? windows.windowInFront() : null),
    running: runningJobs,
    onStay,
  });

  const make: WindowParts['make'] = (number, place): BrowserWindow => {
    const { page, origin, preload } = first;
    const isThere = number === 1 && !first.window.isDestroyed();
    const window = isThere ? first.window : newWindow(preload, place);
    useWindow(window, { origin, zoom, onLink: (from, url) => void askForLink(from, url) });
    if (!isThere) void window.loadURL(page + pageQuery({ ...pageStart(), window: number }));
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
      onStay() {
        windows.staying();
        onStay();
      },
    });
    return window;
  };
  const windows = createWindows({
    make,
    onOpened,
    onClosed,
    titleOf,
    kept: () => readWindows(windowsFile),
    keep(open) {
      try {
        keepWindows(windowsFile, open);
      } catch (error) {
        log.error('the windows’ places are not kept', error);
      }
    },
    onPossible: menu.enable,
    onAllClosed,
  });

  app.on('before-quit', (event) => {
    if (!event.defaultPrevented) windows.quitting();
  });

  app.on('activate', () => {
    windows.front();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  return {
    ...windows,
    openLast() {
      windows.openLast();
      // What came earlier than the windows goes to the one in front.
      followStarts((argv, cwd) => {
        const window = windows.show();
        const opened = openedPath(argv, cwd, ownWords);
        if (opened !== null) onPath(window, opened);
      });
      followFiles((opened) => onPath(windows.show(), opened));
    },
  };
}
