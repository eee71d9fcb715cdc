/** The window, and everything that it may not do. */
import { BrowserWindow, nativeTheme, screen, session, shell, type WebContents } from 'electron';
import { join } from 'node:path';
import type { Settings } from '../../shared/contract/app.js';
import { areaFor, keepPlace, readPlace, type Area } from './window-place.js';

export type WindowOptions = {
  readonly page: string;
  readonly origin: string;
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly placeFile: string;
  readonly onUnkept: (error: unknown) => void;
};

/** No page of ours asks for a permission, so none is given. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Links to https leave for the system's browser; everything else, and every other page or window, is refused. */
export function confine(page: WebContents, origin: string): void {
  page.setWindowOpenHandler(({ url }) => {
    if (URL.canParse(url) && new URL(url).protocol === 'https:') void shell.openExternal(url);
    return { action: 'deny' };
  });
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    if (!event.url.startsWith(`${origin}/`)) event.preventDefault();
  };
  page.on('will-navigate', stay);
  page.on('will-redirect', stay);
  page.on('will-attach-webview', (event) => event.preventDefault());
}

export function openWindow({ page, origin, preload, placeFile, onUnkept }: WindowOptions): BrowserWindow {
  const kept = readPlace(placeFile);
  const window = new BrowserWindow({
    ...areaFor(kept, freeAreas()),
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
      spellcheck: false,
    },
  });
  confine(window.webContents, origin);
  window.once('ready-to-show', () => {
    if (kept?.maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    try {
      keepPlace(placeFile, { ...areaOf(window), maximised: window.isMaximized() });
    } catch (error) {
      onUnkept(error);
    }
  });
  void window.loadURL(page);
  return window;
}

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
  nativeTheme.themeSource = theme;
}

export const preloadFile = (folder: string): string => join(folder, '..', 'preload', 'index.cjs');
export const pagesFolder = (folder: string): string => join(folder, '..', 'renderer');
