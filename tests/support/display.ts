/** A display without a screen, for a window that a test opens. */

import { isInstalled, startDaemon } from './processes.js';

export type TestDisplay = {
  /** What a program that opens a window needs in its environment. */
  readonly env: { readonly DISPLAY: string };
  stop(): Promise<void>;
};

export type DisplayOptions = {
  /** Use the display that the environment names, if it names one, so that a person can watch. */
  readonly reuse?: boolean;
};

/** @throws Error when Xvfb is not installed or does not come up */
export async function startDisplay(options: DisplayOptions = {}): Promise<TestDisplay> {
  const existing = process.env.DISPLAY;
  if (options.reuse === true && existing)
    return { env: { DISPLAY: existing }, stop: () => Promise.resolve() };
  if (!isInstalled('Xvfb')) throw new Error('Xvfb is not installed (package xvfb)');
  // With -displayfd the server picks a free number and writes it there once it can be used. Here that is its output.
  const number = /^(\d+)$/m;
  const daemon = await startDaemon({
    name: 'Xvfb',
    command: 'Xvfb',
    args: ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    isUp: (log) => number.test(log),
  });
  return { env: { DISPLAY: `:${number.exec(daemon.log())?.[1]}` }, stop: () => daemon.end() };
}
