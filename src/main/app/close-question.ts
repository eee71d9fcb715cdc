/** Closing the window asks first while work is under way, which ends with Strata, or text isn't saved, which goes with the window. */
import { app, dialog, type BrowserWindow } from 'electron';
import type { JobSummary } from '../../shared/contract/jobs.js';

const STAY = 0;
const LEAVE = 1;

/** What would be lost, asked when it comes to that. */
export type AtStake = {
  readonly running: () => readonly JobSummary[];
  /** Files with changes that aren't saved, as a person would name them. */
  readonly unsaved: () => readonly string[];
  /** The answer was to stay. */
  readonly onStay: () => void;
};

export function askBeforeClosing(window: BrowserWindow, { running, unsaved, onStay }: AtStake): void {
  let isAnswered = false;
  let isAsking = false;
  let isQuitting = false;
  const quitting = (): void => {
    isQuitting = true;
  };
  app.on('before-quit', quitting);
  window.once('closed', () => app.off('before-quit', quitting));
  window.on('close', (event) => {
    // There, windows come and go, and jobs stay.
    const goesOn = process.platform === 'darwin' && !isQuitting;
    const jobs = goesOn ? [] : running();
    const files = unsaved();
    if (isAnswered || jobs.length + files.length === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window, jobs, files).then((leaves) => {
      isAsking = false;
      isAnswered = leaves;
      if (leaves) (isQuitting ? () => app.quit() : () => window.close())();
      else onStay();
      isQuitting = false;
    });
  });
}

/** As many of each are named as a person reads. */
const MOST_NAMED = 5;

async function ask(
  window: BrowserWindow,
  jobs: readonly JobSummary[],
  files: readonly string[],
): Promise<boolean> {
  const parts = [
    ...(jobs.length > 0 ? [stillRunning(jobs.map(({ title }) => title))] : []),
    ...(files.length > 0 ? [notSaved(files)] : []),
  ];
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: parts.map(({ message }) => message).join(', and '),
    detail: parts.flatMap(({ detail }) => detail).join('\n'),
    buttons: ['Stay', files.length === 0 ? 'Cancel and close' : 'Close without saving'],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  return response === LEAVE;
}

type Part = { readonly message: string; readonly detail: readonly string[] };

const stillRunning = (titles: readonly string[]): Part => ({
  message:
    titles.length === 1 ? `“${titles[0] ?? ''}” is still running` : `${titles.length} jobs are still running`,
  detail: [
    ...(titles.length === 1 ? [] : titles.slice(0, MOST_NAMED)),
    'Closing Strata cancels what is running. Finished build steps stay in the engine’s cache.',
  ],
});

const notSaved = (files: readonly string[]): Part => ({
  message: files.length === 1 ? `${files[0] ?? ''} isn’t saved` : `${files.length} files aren’t saved`,
  detail: [
    ...(files.length === 1 ? [] : files.slice(0, MOST_NAMED)),
    'Closing the window loses what was typed.',
  ],
});
