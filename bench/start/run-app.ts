/** Strata, or the app with an empty window, started as a person would: no debugger listens, and nothing waits for one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = { strata: join(here, '..', '..'), empty: join(here, 'empty-app') };
const LIMIT_MS = 60_000;

export type Which = keyof typeof folders;

export type RunningApp = {
  readonly pid: number;
  /** Milliseconds from the spawn to each thing that was reached until the first row, or line, was painted: that is `painted`. */
  readonly reached: ReadonlyMap<string, number>;
  /** Resolves once the window is hidden. */
  readonly hide: () => Promise<void>;
  /** Quits it, and waits for its end. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts it and waits until it has painted. `home` keeps its profile; `switches` are Chromium's.
 * @throws Error with what it has said when it doesn't paint
 */
export async function runApp(
  which: Which,
  home: string,
  env: Readonly<Record<string, string>>,
  switches: readonly string[] = [],
): Promise<RunningApp> {
  const electron = process.env.ELECTRON_EXEC_PATH;
  if (electron === undefined) throw new Error('no Electron is chosen: start this with “npm run bench”');
  const { PATH = '', HOME = '' } = process.env;
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const reached = new Map<string, number>();
  let said = '';
  const spawned = Date.now();
  const child = spawn(electron, [...root, ...switches, '-r', join(here, 'hook.cjs'), folders[which]], {
    env: { PATH, HOME, DOCKER_CONFIG: join(home, 'no-docker-config'), ...env, STRATA_HOME: home },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const until = async (what: string): Promise<void> => {
    const deadline = AbortSignal.timeout(LIMIT_MS);
    while (!reached.has(what))
      await Promise.race([once(child.stdout, 'data', { signal: deadline }), ended.then(() => gone(said))]);
  };
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    for (const [, what = '', at] of chunk.toString().matchAll(/^bench:(\w+) (\d+)$/gm))
      reached.set(what, Number(at) - spawned);
  });
  await until('painted').catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    pid: child.pid ?? -1,
    reached,
    async hide() {
      child.stdin.write('hide\n');
      await until('hidden');
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function gone(said: string): never {
  throw new Error(`it ended before it had painted:\n${said.slice(-4000)}`);
}
