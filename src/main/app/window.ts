/** The window, and everything that it may not do. */
import { app, BrowserWindow, nativeTheme, screen, session, type WebContents } from 'electron';
import type { Settings } from '../../shared/contract/app.js';
import { areaFor, type Area, type WindowPlace } from './window-place.js';

export type WindowUse = {
  readonly origin: string;
  /** How large it is drawn, asked whenever a page begins. */
  readonly zoom: () => number;
  /** Hears of an address that the page wanted to open in a window of its own. None is opened. */
  readonly onLink: (window: BrowserWindow, url: string) => void;
};

/** No page of ours asks for a permission, a device or a download, so none is given; the screen is nobody's without a handler. */
export function denyPermissions(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  app.on('certificate-error', (event, _page, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

/** Every other page, window or web view is refused; what wanted a window is told to `onLink`. */
export function confine(page: WebContents, origin: string, onLink: (url: string) => void): void {
  page.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault();
  };
  page.on('will-navigate', stay);
  page.on('will-redirect', stay);
  page.on('will-attach-webview', (event) => event.preventDefault());
}

/** A window that is shown once its page has painted. `place`: where it stands; null: where the system puts it. Give it to `useWindow`. */
export function newWindow(preload: string, place: WindowPlace | null): BrowserWindow {
  const window = new BrowserWindow({
    ...areaFor(place, freeAreas()),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Strata',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#fbfbfc',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A middle click asks for a window of its own, and no page here has a use for it.
      disableBlinkFeatures: 'Auxclick',
    },
  });
  window.once('ready-to-show', () => {
    if (place?.maximised) window.maximize();
    window.show();
  });
  return window;
}

/** Confines a new window's page, before any script of it has run. */
export function useWindow(window: BrowserWindow, { origin, zoom, onLink }: WindowUse): void {
  confine(window.webContents, origin, (url) => onLink(window, url));
  // Chromium begins each page with what it remembers of the origin itself.
  window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(zoom()));
}

export const placeOf = (window: BrowserWindow): WindowPlace => ({
  ...areaOf(window),
  maximised: window.isMaximized(),
});

/** Where it is when it doesn't fill the screen. Only then asked for as such: some window managers have never heard of it. */
function areaOf(window: BrowserWindow): Area {
  const fills = window.isMaximized() || window.isFullScreen() || window.isMinimized();
  return fills ? window.getNormalBounds() : window.getBounds();
}

/** What each screen has besides the system's own bars, the main one first. */
function freeAreas(): readonly Area[] {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(
    ({ workArea }) => workArea,
  );
}

/** Makes native parts (menus, dialogs, the frame) follow the theme that the user chose. */
export function followTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}

/** Draws every open window that large. */
export function zoomAll(zoom: number): void {
  BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.setZoomFactor(zoom));
}
