/**
 * Other programs' credential helpers: docker-credential-NAME, asked for one login over its input and output
 * (docker/docker-credential-helpers client/client.go). Found by name in PATH only, never through a shell.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { say } from '../../../shared/words/index.js';
import { Secret, type Credential } from '../secret.js';
import { parseAnswer } from './helper-answer.js';

/** What may stand behind `docker-credential-`: no path, no option, nothing that a shell would read. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/;
const PREFIX = 'docker-credential-';
const MAX_BYTES = 256 * 1024;
/** How long the last words of a program that has ended may take. */
const LINGER_MS = 250;

export type HelperOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** Some ask a cloud first. */
  readonly limitMs?: number;
};

export type HelperAnswer =
  | { readonly kind: 'found'; readonly credential: Credential }
  | { readonly kind: 'none' }
  | { readonly kind: 'done' }
  /** In words for a person; what the program said may hold anything and is not among them. */
  | { readonly kind: 'failed'; readonly why: string };

/** The program's path, or null when no folder of PATH has it. */
export function findHelper(name: string, environment: NodeJS.ProcessEnv): string | null {
  if (!NAME.test(name)) return null;
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    // As Go's exec.LookPath: what a relative folder holds depends on where Strata was started.
    if (!isAbsolute(folder)) continue;
    const path = join(folder, `${PREFIX}${name}${ending}`);
    if (isProgram(path)) return path;
  }
  return null;
}

/** Asks helper `name` for the login to `server`, or to erase it. Never throws. */
export async function askHelper(
  name: string,
  action: 'get' | 'erase',
  server: string,
  options: HelperOptions,
): Promise<HelperAnswer> {
  const helper = `${PREFIX}${name}`;
  const program = findHelper(name, options.environment);
  if (program === null) return { kind: 'failed', why: say('credentialFailures.helper.missing', { helper }) };
  // Its lines would be read as one address, but not by every helper.
  if (/[\r\n\0]/.test(server)) return { kind: 'failed', why: say('credentialFailures.helper.lineBreak') };
  const ended = await runProgram(program, action, server, options);
  if ('why' in ended)
    return { kind: 'failed', why: say(`credentialFailures.helper.${ended.why}`, { helper }) };
  if (action === 'erase' && ended.code === 0) return { kind: 'done' };
  const answer = parseAnswer(helper, ended.code, ended.output);
  if (answer.kind !== 'found') return answer;
  return { kind: 'found', credential: { username: answer.username, secret: new Secret(answer.secret) } };
}

type Broken = 'hangs' | 'notStarted' | 'tooMuch';
type Ended = { readonly code: number; readonly output: string } | { readonly why: Broken };

function runProgram(
  program: string,
  action: string,
  server: string,
  { environment, limitMs = 20_000 }: HelperOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, [action], {
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      // A group of its own: what it has started ends with it.
      detached: process.platform !== 'win32',
    });
    const parts: Buffer[] = [];
    let size = 0;
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      resolve(ended);
    };
    const fail = (why: Broken): void => {
      endGroup(child);
      end({ why });
    };
    const timer = setTimeout(() => fail('hangs'), limitMs);
    child.once('error', () => end({ why: 'notStarted' }));
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_BYTES) fail('tooMuch');
      else parts.push(part);
    });
    const answered = (code: number | null): void =>
      end({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') });
    child.once('close', answered);
    // An agent that it has started may keep its output open.
    child.once('exit', (code) => void setTimeout(() => answered(code), LINGER_MS));
    // One that ends without reading is heard by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(server);
  });
}

function endGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended, and all of its group.
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
