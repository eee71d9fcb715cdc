/** Starts the built app in real Electron, with a home of its own, and ends it. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { de } from '../../src/shared/words/de/index.js';
import { en } from '../../src/shared/words/index.js';
import { pseudo } from '../../src/shared/words/pseudo.js';

/** What leaves, whatever language the app speaks by then. */
const leaving = [en, de, pseudo(en)].flatMap((words: Readonly<Record<string, string>>) => [
  words['shell.close.cancelJobs'] ?? '',
  words['shell.close.loseText'] ?? '',
]);

const root = fileURLToPath(new URL('../..', import.meta.url));

export type RunningStrata = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** STRATA_HOME of this run. */
  readonly home: string;
  /** Everything that main has sent to the page since `record` was called, as text. */
  received(): Promise<string>;
  /** Starts to record what the page receives. */
  record(): Promise<void>;
  /** Everything that the app has written to its standard streams, its log among it. */
  output(): string;
  /** Answers the next native "choose a folder" dialog: nothing here can click in that one. */
  chooseNext(folder: string | null): Promise<void>;
  /** Answers native questions from now on by the button's name, and tells which were asked. */
  answerWith(button: string): Promise<void>;
  /** What native questions have said since. */
  questions(): Promise<readonly string[]>;
  /** Starts the same installation once more with a folder, and waits for that second process to end by itself. */
  startAgain(folder: string): Promise<void>;
  /** Quits as a user would and waits for the process to end. The home stays for `restart`. */
  quit(): Promise<void>;
  /** Quits, and removes the home unless it was given. */
  close(): Promise<void>;
};

export type StrataOptions = {
  readonly dockerHost: string;
  readonly home?: string;
  /** Added to the environment: display, session bus. */
  readonly env?: Readonly<Record<string, string>>;
  /** A project folder, as on the command line. */
  readonly folder?: string;
  /** Where the app's package.json and what was built lie, if not here. */
  readonly appFolder?: string;
};

/** What the app inherits; everything else of the test's environment stays out. */
const INHERITED = [
  'PATH',
  'HOME',
  'LANG',
  'TMPDIR',
  'DISPLAY',
  'STRATA_ELECTRON_SOURCE',
  'ELECTRON_OVERRIDE_DIST_PATH',
];

export async function launchStrata(options: StrataOptions): Promise<RunningStrata> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'strata-home-')));
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const args = [
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    options.appFolder ?? root,
  ];
  const env = {
    ...Object.fromEntries(inherited),
    DOCKER_CONFIG: join(home, 'no-docker-config'),
    ...options.env,
    STRATA_HOME: home,
    DOCKER_HOST: options.dockerHost,
  };
  const app = await _electron.launch({
    executablePath: electron(),
    args: options.folder === undefined ? args : [...args, options.folder],
    env,
    // As Playwright would otherwise force it to light.
    colorScheme: null,
  });
  let output = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');

  let running = true;
  const quit = async (): Promise<void> => {
    if (!running) return;
    running = false;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) =>
      child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
    );
    // Whatever still runs is the test's own.
    await app.evaluate(answerQuestions, leaving).catch(() => undefined);
    await app.close();
    await ended;
  };

  return {
    app,
    page,
    home,
    output: () => output,
    record: () => app.evaluate(recordWhatThePageReceives),
    received: () => app.evaluate(() => (globalThis as unknown as { received: string[] }).received.join('\n')),
    async chooseNext(folder) {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
      }, folder);
    },
    answerWith: (button) => app.evaluate(answerQuestions, [button]),
    questions: () => app.evaluate(() => (globalThis as unknown as { questions: string[] }).questions),
    startAgain: (folder) =>
      new Promise((resolve, reject) => {
        const second = spawn(electron(), [...args, folder], { env, stdio: 'ignore' });
        second.once('error', reject);
        second.once('exit', () => resolve());
      }),
    quit,
    async close() {
      await quit();
      // Chromium's processes end after the first one, and write to their caches till then.
      if (options.home === undefined) await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** A start that shows no window: waits for its end, and gives how it ended and what it said. */
export async function failedStart(
  home: string,
  added: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(electron(), [...(isRoot ? ['--no-sandbox'] : []), root], {
    env: { PATH, HOME, ...added, STRATA_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}

/** The Electron that the scripts have chosen. @throws Error when this wasn't started by one of them */
function electron(): string {
  const path = process.env.ELECTRON_EXEC_PATH;
  if (path === undefined)
    throw new Error('no Electron is chosen: start this with “npm test -- e2e” or “npm run tour”');
  return path;
}

/** Runs in main: nothing here can click in a native dialog. */
function answerQuestions({ dialog }: typeof Electron, buttons: readonly string[]): void {
  const asked: string[] = [];
  (globalThis as unknown as { questions: string[] }).questions = asked;
  dialog.showMessageBox = (...words: readonly unknown[]) => {
    const question = words.at(-1) as Electron.MessageBoxOptions;
    asked.push(`${question.message} ${question.detail ?? ''}`);
    const response = question.buttons?.findIndex((button) => buttons.includes(button)) ?? -1;
    return Promise.resolve({ response, checkboxChecked: false });
  };
}

/** Runs in main: listens in on both ways by which something reaches a page. */
function recordWhatThePageReceives({ ipcMain, webContents }: typeof Electron): void {
  const received: string[] = [];
  (globalThis as unknown as { received: string[] }).received = received;
  type Answer = (...words: unknown[]) => unknown;
  const answers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers;
  for (const [channel, answer] of answers) {
    answers.set(channel, async (...words) => {
      const result = await answer(...words);
      received.push(JSON.stringify(result));
      return result;
    });
  }
  for (const contents of webContents.getAllWebContents()) {
    const send = contents.send.bind(contents);
    contents.send = (channel, ...words: unknown[]) => {
      received.push(JSON.stringify(words));
      send(channel, ...words);
    };
  }
}
