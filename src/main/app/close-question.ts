/** Closing the window asks first while work is under way, which ends with Strata, or text isn't saved, which goes with the window. */
import { app, dialog, type BrowserWindow, type Event } from 'electron';
import type { JobSummary } from '../../shared/contract/jobs.js';
import { say } from '../../shared/words/index.js';
import { isEndedBySystem } from './ended-by-system.js';

const STAY = 0;
const LEAVE = 1;

/** What would be lost, asked when it comes to that. */
export type AtStake = {
  readonly running: () => readonly JobSummary[];
  /** Files with changes that aren't saved, as a person would name them. */
  readonly unsaved: () => readonly string[];
  /** Asked, the user stays. */
  readonly onStay: () => void;
};

export function askBeforeClosing(window: BrowserWindow, { running, unsaved, onStay }: AtStake): void {
  let isAnswered = false;
  let isAsking = false;
  const open = new AbortController();
  let isQuitting = false;
  const quitting = (event: Event): void => {
    if (!event.defaultPrevented) isQuitting = true;
  };
  app.on('before-quit', quitting);
  window.once('closed', () => {
    app.off('before-quit', quitting);
    open.abort();
  });
  window.on('close', (event) => {
    // There, windows come and go, and jobs stay.
    const goesOn = process.platform === 'darwin' && !isQuitting;
    const jobs = goesOn ? [] : running();
    const files = unsaved();
    if (isAnswered || isEndedBySystem() || jobs.length + files.length === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window, jobs, files, open.signal).then((leaves) => {
      isAsking = false;
      if (window.isDestroyed()) return;
      isAnswered = leaves;
      if (leaves) (isQuitting ? () => app.quit() : () => window.close())();
      else onStay();
      isQuitting = false;
    });
  });
}

export type AtStakeInAll = Pick<AtStake, 'running' | 'onStay'> & {
  /** The one in front; null: there are not several, and the only one asks for itself as it closes. */
  readonly window: () => BrowserWindow | null;
};

/** Quitting several windows asks about what runs before the first of them closes. Call before there is a window. */
export function askBeforeQuitting({ window, running, onStay }: AtStakeInAll): void {
  let isAnswered = false;
  let isAsking = false;
  app.on('before-quit', (event) => {
    const front = window();
    const jobs = running();
    if (isAnswered || isEndedBySystem() || front === null || jobs.length === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(front, jobs, [], new AbortController().signal).then((leaves) => {
      isAsking = false;
      isAnswered = leaves;
      if (leaves) app.quit();
      else onStay();
      // Another window may still stay, for text that isn't saved: then the next quit is asked about anew.
      isAnswered = false;
    });
  });
}

/** As many of each are named as a person reads. */
const MOST_NAMED = 5;

async function ask(
  window: BrowserWindow,
  jobs: readonly JobSummary[],
  files: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const running = jobs.length > 0 ? stillRunning(jobs.map(({ title }) => title)) : null;
  const unsaved = files.length > 0 ? notSaved(files) : null;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      running && unsaved
        ? say('shell.close.both', { running: running.message, unsaved: unsaved.message })
        : ((running ?? unsaved)?.message ?? ''),
    detail: [...(running?.detail ?? []), ...(unsaved?.detail ?? [])].join('\n'),
    buttons: [
      say('shell.close.stay'),
      files.length === 0 ? say('shell.close.cancelJobs') : say('shell.close.loseText'),
    ],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
    signal,
  });
  return response === LEAVE;
}

type Part = { readonly message: string; readonly detail: readonly string[] };

const stillRunning = (titles: readonly string[]): Part => ({
  message: say('shell.close.running', { count: titles.length, title: titles[0] ?? '' }),
  detail: [...(titles.length === 1 ? [] : titles.slice(0, MOST_NAMED)), say('shell.close.running.detail')],
});

const notSaved = (files: readonly string[]): Part => ({
  message: say('shell.close.unsaved', { count: files.length, file: files[0] ?? '' }),
  detail: [...(files.length === 1 ? [] : files.slice(0, MOST_NAMED)), say('shell.close.unsaved.detail')],
});
