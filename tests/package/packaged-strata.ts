/** A packaged Strata, used as a person without a mouse uses it: it is started, keys are pressed, and what comes of that shows. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/processes.js';

export type PackagedStrata = {
  readonly pid: number;
  readonly log: () => Promise<string>;
  /** As xdotool names keys: `ctrl+b`. */
  readonly press: (key: string) => Promise<void>;
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** Resolves with its exit code when it has ended by itself. */
  readonly ended: Promise<number | null>;
  /** The window's title. */
  readonly title: () => Promise<string>;
  /** Quits as the window's close button would, and waits for the end. Its exit code. */
  readonly stop: () => Promise<number | null>;
};

export type PackagedOptions = {
  readonly executable: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
};

export function startPackaged({ executable, home, env, words = [] }: PackagedOptions): PackagedStrata {
  const { PATH = '', HOME = '' } = process.env;
  const environment = { PATH, HOME, STRATA_HOME: home, ...env };
  // Chromium refuses root its sandbox.
  const child = spawn(executable, ['--no-sandbox', ...words], { env: environment, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const pid = child.pid ?? 0;
  const xdotool = (...args: readonly string[]): Promise<string> => run('xdotool', args, { env: environment });
  const window = async (): Promise<string> => {
    const found = await xdotool(
      'search',
      '--sync',
      '--onlyvisible',
      '--pid',
      String(pid),
      '--name',
      'Strata',
    );
    return found.trim().split('\n').at(-1) ?? '';
  };
  return {
    pid,
    log: () => readFile(join(home, 'logs', 'strata.log'), 'utf8').catch(() => ''),
    async press(key) {
      // There is no window manager that would do it.
      await xdotool('windowfocus', '--sync', await window());
      await xdotool('key', '--clearmodifiers', key);
    },
    async type(text) {
      await xdotool('type', '--clearmodifiers', text);
    },
    ended,
    title: async () => (await xdotool('getwindowname', await window())).trim(),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
