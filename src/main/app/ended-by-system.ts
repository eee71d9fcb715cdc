/** A signal ends Strata: by `kill`, Ctrl+C, a logout, a shutdown. Nobody is there to answer a question, so none is asked. */
import { app, BrowserWindow } from 'electron';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

/** A page that hangs would keep its window, and that would keep Strata. */
const PAGE_LIMIT_MS = 2_000;

let isEnded = false;

/** Whether it is being ended. */
export const isEndedBySystem = (): boolean => isEnded;

/**
 * Quits in order when the system wants Strata to end. Call after `ready`: Electron's own answer to the signals, which closes
 * the windows as a user does, is set before that.
 * @param onEnd told once, with what it was, before anything is closed
 */
export function quitWithTheSystem(onEnd: (by: string) => void): void {
  const end = (by: string): void => {
    if (isEnded) return;
    isEnded = true;
    onEnd(by);
    app.quit();
    setTimeout(() => BrowserWindow.getAllWindows().forEach((window) => window.destroy()), PAGE_LIMIT_MS);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(signal));
}

/** How the work that still ran has ended. */
export const endedBySystem = (): FailureError =>
  new FailureError({
    code: 'interrupted',
    title: say('ipcFailures.ended'),
    detail: say('ipcFailures.ended.detail'),
    remedy: say('ipcFailures.ended.remedy'),
  });
