/** The first window, opened before the rest of Strata is read: Chromium makes its process meanwhile. */
import { app, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { pageQuery } from '../../shared/page-address.js';
import { languageFor, preferredLanguage } from '../../shared/words/language.js';
import { readFirstLook } from './first-look.js';
import type { Home } from './home.js';
import { APP_ORIGIN, servePages } from './pages.js';
import { readWindows } from './window-place.js';
import { denyPermissions, followTheme, newWindow } from './window.js';

export type FirstWindow = {
  /** No script of its page runs before `answer`. */
  readonly window: BrowserWindow;
  /** The page without what it is told; and where all of Strata's own come from. */
  readonly page: string;
  readonly origin: string;
  readonly preload: string;
  /** Somebody answers what pages ask: from now on their scripts run. */
  readonly answer: () => void;
};

/** Call at `ready`. `folder`: where main's own code lies. */
export function openFirstWindow(home: Home, folder: string, environment: NodeJS.ProcessEnv): FirstWindow {
  let answer = (): void => undefined;
  const answering = new Promise<void>((resolve) => (answer = resolve));
  const devServer = app.isPackaged ? undefined : environment.ELECTRON_RENDERER_URL;
  const page = devServer ?? `${APP_ORIGIN}/index.html`;
  const preload = join(folder, '..', 'preload', 'index.cjs');

  denyPermissions();
  servePages(join(folder, '..', 'renderer'), answering);
  const { theme, language: chosen } = readFirstLook(home.settingsFile);
  followTheme(theme);
  const window = newWindow(preload, readWindows(home.windowsFile)[0] ?? null);
  const system = preferredLanguage(app.getPreferredSystemLanguages());
  const language = languageFor(environment.STRATA_LANGUAGE, chosen, system);
  const address = page + pageQuery({ window: 1, language, system, theme });
  if (devServer === undefined) void window.loadURL(address);
  // It holds no script back.
  else void answering.then(() => (window.isDestroyed() ? undefined : window.loadURL(address)));
  return {
    window,
    page,
    origin: devServer ? new URL(devServer).origin : APP_ORIGIN,
    preload,
    answer,
  };
}
