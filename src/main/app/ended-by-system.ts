/** The system ends Strata: by `kill`, Ctrl+C, a logout, a shutdown. Nobody is there to answer a question, so none is asked. */
import { app, BrowserWindow, powerMonitor } from 'electron';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

/** A page that hangs would keep its window, and that would keep Strata. */
const PAGE_LIMIT_MS = 2_000;

let isEnded = false;

/** Whether it is being ended. */
export const isEndedBySystem = (): boolean => isEnded;

export type SystemEnd = {
  /** Told once, with what it was, before anything is closed. */
  readonly onEnd: (by: string) => void;
  /** Whether there is text that only a person can decide about. */
  readonly hasUnsaved: () => boolean;
};

/**
 * Quits in order when the system wants Strata to end. Call after `ready`: Electron's own answer to the signals, which closes
 * the windows as a user does, is set before that.
 */
export function quitWithTheSystem({ onEnd, hasUnsaved }: SystemEnd): void {
  const end = (by: string): void => {
    if (isEnded) return;
    isEnded = true;
    onEnd(by);
    app.quit();
    setTimeout(() => BrowserWindow.getAllWindows().forEach((window) => window.destroy()), PAGE_LIMIT_MS);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  // Windows: it can't be held up any more.
  const follow = (window: Pick<BrowserWindow, 'on'>): void => {
    window.on('session-end', () => end('the end of the session'));
  };
  for (const window of BrowserWindow.getAllWindows()) follow(window);
  app.on('browser-window-created', (_event, window) => follow(window));
  // macOS asks each program to quit at a logout, and waits for what it asks its user in turn: about text, not about work.
  if (process.platform === 'darwin') powerMonitor.on('shutdown', () => hasUnsaved() || end('a logout'));
}

/** How the work that still ran has ended. */
export const endedBySystem = (): FailureError =>
  new FailureError({
    code: 'interrupted',
    title: say('ipcFailures.ended'),
    detail: say('ipcFailures.ended.detail'),
    remedy: say('ipcFailures.ended.remedy'),
  });
