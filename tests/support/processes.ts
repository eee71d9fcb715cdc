/** Starting a daemon, hearing that it is up, and ending it: what the engine, registry, keyring and display share. */

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Daemon = {
  readonly pid: number;
  /** Everything the daemon has written to its output and error streams so far. */
  log(): string;
  /** Sends a signal, and waits until the process has ended. Nothing happens when it already has. */
  end(signal?: NodeJS.Signals): Promise<void>;
};

export type DaemonOptions = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Written to the daemon's input, which is then closed. */
  readonly input?: string;
  /** Asked again and again until it says true. What it throws counts as no, and is told when the time is up. */
  readonly isUp: (log: string) => Promise<boolean> | boolean;
  /** Milliseconds. */
  readonly timeout?: number;
};

const endTimeout = 15_000;

/**
 * Starts a daemon and waits until it is up.
 * @throws Error with the tail of its log when it ends before that, or does not come up in time (it is then ended)
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const child = spawn(options.command, options.args, {
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  const collect = (chunk: Buffer): void => {
    log += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`));
  });

  const problem = await Promise.race([failed, waitUntilUp(options, () => log)]);
  if (problem !== undefined) {
    await endProcess(child, 'SIGKILL');
    throw new Error(`${options.name} did not start: ${problem}\n${log.slice(-4000)}`);
  }
  return {
    pid: child.pid ?? -1,
    log: () => log,
    end: (signal = 'SIGTERM') => endProcess(child, signal),
  };
}

async function waitUntilUp(options: DaemonOptions, log: () => string): Promise<string | undefined> {
  const timeout = options.timeout ?? 30_000;
  const deadline = Date.now() + timeout;
  let last = '';
  while (Date.now() < deadline) {
    try {
      if (await options.isUp(log())) return undefined;
      last = '';
    } catch (error) {
      last = `\n${error instanceof Error ? error.message : String(error)}`;
    }
    await pause(25);
  }
  return `it was not up after ${timeout / 1000} s${last}`;
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), endTimeout);
    await ended;
    clearTimeout(timer);
  }
  // What the daemon started may outlive it and hold the other ends of these, which would keep this process waiting.
  child.stdout?.destroy();
  child.stderr?.destroy();
}

export type CommandOptions = {
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
};

/**
 * Runs a command to its end.
 * @returns what it wrote to its output
 * @throws Error with the command, its exit code and both its streams when it fails
 */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  const text = Buffer.concat(output).toString();
  if (code === 0) return text;
  const said = `${text}${Buffer.concat(errors).toString()}`.trim();
  throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-8000)}`);
}

/** A folder of the run's own. In the sandbox it is memory that ends with it; elsewhere its maker removes it. */
export function makeFolder(name: string): Promise<string> {
  return mkdtemp(join(process.env.STRATA_SANDBOX_DIR ?? tmpdir(), `${name}-`));
}

/** Whether a program can be started by its name. */
export function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** A TCP port of 127.0.0.1 that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
