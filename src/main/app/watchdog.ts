/** What happens when the window's page hangs or dies: it is said, and the page can be loaded again. Jobs live in main and go on. */
import { dialog, type BrowserWindow } from 'electron';
import { say } from '../../shared/words/index.js';

export type WatchdogOptions = {
  /** Hears what happened to the page, for the log. */
  readonly onSeen: (what: string, detail?: unknown) => void;
  /** What the page held, and could do, is gone. */
  readonly onGone: () => void;
};

/** Asks by a native dialog, since the page can't; follows the window until it is closed. */
export function offerReload(window: BrowserWindow, { onSeen, onGone }: WatchdogOptions): void {
  const page = window.webContents;
  /** The question on screen, if one is; aborted when the page answers again by itself. */
  let open: AbortController | null = null;

  const ask = async (message: string, detail: string, other: string): Promise<boolean> => {
    open?.abort();
    const own = (open = new AbortController());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons: [say('shell.watchdog.reload'), other],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
      signal: own.signal,
    });
    if (open === own) open = null;
    return response === 0 && !own.signal.aborted && !window.isDestroyed();
  };

  let isReloading = false;
  const reload = (): void => {
    isReloading = false;
    page.reload();
  };

  const hung = async (): Promise<void> => {
    onSeen('the page does not answer');
    const reloads = await ask(
      say('shell.watchdog.hung'),
      say('shell.watchdog.hung.detail'),
      say('shell.watchdog.wait'),
    );
    if (!reloads) return;
    // A page that hangs can't unload itself, so its process is ended; that was asked for, and isn't asked about again.
    isReloading = true;
    page.forcefullyCrashRenderer();
  };

  const died = async (reason: string): Promise<void> => {
    onSeen('the page ended', reason);
    const reloads = await ask(
      say('shell.watchdog.died'),
      say('shell.watchdog.died.detail'),
      say('shell.watchdog.close'),
    );
    if (window.isDestroyed()) return;
    if (reloads) reload();
    else window.close();
  };

  const report = (error: unknown): void => onSeen('the question about the page failed', error);
  window.on('unresponsive', () => void hung().catch(report));
  window.on('responsive', () => open?.abort());
  window.once('closed', () => open?.abort());
  page.on('render-process-gone', (_event, { reason }) => {
    onGone();
    if (isReloading) reload();
    else if (reason !== 'clean-exit') void died(reason).catch(report);
  });
}
