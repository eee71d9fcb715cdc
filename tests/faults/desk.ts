/** Strata as the faults see it: asked through its own bridge, by way of main, so that a page that has crashed can be had anew. */
import type { JobSummary } from '../../src/shared/contract/jobs.js';
import type { Result } from '../../src/shared/failure.js';
import type { RunningStrata } from '../support/strata.js';
import { until } from './until.js';

export type Desk = {
  /** Calls a request of the contract. @throws Error when the page or main is gone */
  readonly ask: <T>(channel: string, input?: unknown) => Promise<Result<T>>;
  /** Starts a job and answers with its id. */
  readonly start: (channel: string, input: unknown) => Promise<string>;
  readonly summary: (job: string) => Promise<JobSummary>;
  /** The job's progress, folded. */
  readonly state: (job: string) => Promise<unknown>;
  /** Waits for the end of a job. */
  readonly ended: (job: string) => Promise<JobSummary>;
  /** Answers the next native question for a place to save. */
  readonly saveNextAs: (file: string) => Promise<void>;
  /** Ends the renderer's process as a bug in it would. */
  readonly crashPage: () => Promise<void>;
  /** Loads the page anew, and waits for it. */
  readonly reload: () => Promise<void>;
};

const ENDS_WITHIN_MS = 150_000;

export function deskOf({ app }: RunningStrata): Desk {
  let giveUp = (): void => undefined;
  const newPage = (): Promise<never> =>
    new Promise((_resolve, reject) => (giveUp = () => reject(new Error('the page crashed'))));
  // What a page that crashes was asked is never answered.
  let crash = newPage();
  crash.catch(() => undefined);
  const inPage = <T>(code: string): Promise<T> => Promise.race([crash, evaluate<T>(code)]);
  const evaluate = <T>(code: string): Promise<T> =>
    app.evaluate(
      ({ BrowserWindow }, text) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(text) as Promise<T>,
      code,
    );
  const ask = <T>(channel: string, input?: unknown): Promise<Result<T>> =>
    inPage(
      `strata.invoke(${JSON.stringify(channel)}, ${input === undefined ? 'undefined' : JSON.stringify(input)})`,
    );
  const answer = async <T>(channel: string, input?: unknown): Promise<T> => {
    const result = await ask<T>(channel, input);
    if (result.ok) return result.value;
    throw new Error(`${channel}: ${JSON.stringify(result.failure)}`);
  };
  const summary = async (job: string): Promise<JobSummary> => {
    const found = (await answer<readonly JobSummary[]>('jobs.list')).find(({ id }) => id === job);
    if (found) return found;
    throw new Error('the job is no longer listed');
  };
  return {
    ask,
    start: async (channel, input) => (await answer<{ job: string }>(channel, input)).job,
    summary,
    state: (job) =>
      inPage(`new Promise((resolve) => {
        const end = strata.stream('jobs.watch', { job: ${JSON.stringify(job)} }, (update) => {
          if (update.type !== 'state') return;
          resolve(update.state);
          queueMicrotask(() => end());
        });
      })`),
    async ended(job) {
      const isOver = async (): Promise<boolean> => (await summary(job)).status !== 'running';
      await until(`the end of ${(await summary(job)).call}`, isOver, ENDS_WITHIN_MS);
      return summary(job);
    },
    async saveNextAs(file) {
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      }, file);
      await answer('archives.chooseTarget', { name: 'image.tar' });
    },
    async crashPage() {
      await app.evaluate(
        ({ BrowserWindow }) =>
          new Promise<void>((resolve) => {
            const page = BrowserWindow.getAllWindows()[0]!.webContents;
            page.once('render-process-gone', () => resolve());
            page.forcefullyCrashRenderer();
          }),
      );
      giveUp();
      crash = newPage();
      crash.catch(() => undefined);
    },
    async reload() {
      await app.evaluate(({ BrowserWindow }) => {
        const page = BrowserWindow.getAllWindows()[0]!.webContents;
        if (!page.isCrashed()) return;
        const loaded = new Promise<void>((resolve) => page.once('did-finish-load', () => resolve()));
        page.reload();
        return loaded;
      });
      await until('the page after its crash', () => inPage<boolean>(`typeof strata === 'object'`), 30_000);
    },
  };
}
