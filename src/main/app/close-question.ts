/** Closing the window while work is under way asks first: on most systems that ends Strata, and with it the work. */
import { app, dialog, type BrowserWindow } from 'electron';
import type { JobSummary } from '../../shared/contract/jobs.js';

const STAY = 0;
const LEAVE = 1;

/** @param running the jobs that would be cancelled, asked when it comes to that */
export function askBeforeClosing(window: BrowserWindow, running: () => readonly JobSummary[]): void {
  let isAnswered = false;
  let isAsking = false;
  let isQuitting = false;
  const quitting = (): void => {
    isQuitting = true;
  };
  app.on('before-quit', quitting);
  window.once('closed', () => app.off('before-quit', quitting));
  window.on('close', (event) => {
    const jobs = running();
    // There, windows come and go, and jobs stay.
    const goesOn = process.platform === 'darwin' && !isQuitting;
    if (isAnswered || goesOn || jobs.length === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window, jobs).then((leaves) => {
      isAsking = false;
      isAnswered = leaves;
      if (leaves) (isQuitting ? () => app.quit() : () => window.close())();
      isQuitting = false;
    });
  });
}

async function ask(window: BrowserWindow, jobs: readonly JobSummary[]): Promise<boolean> {
  const [first, ...others] = jobs;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      others.length === 0
        ? `“${first?.title ?? ''}” is still running`
        : `${jobs.length} jobs are still running`,
    detail: [
      ...(others.length === 0 ? [] : jobs.slice(0, 5).map(({ title }) => title)),
      'Closing Strata cancels what is running. Finished build steps stay in the engine’s cache.',
    ].join('\n'),
    buttons: ['Stay', 'Cancel and close'],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  return response === LEAVE;
}
