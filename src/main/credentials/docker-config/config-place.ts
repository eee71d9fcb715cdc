/** Where docker keeps its config, and what its file says, read without waiting for anybody. */
import { constants } from 'node:fs';
import { open, readlink, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { say } from '../../../shared/words/index.js';

/** On Windows there is no such flag, and none of the named pipes that it is for. */
export const READ_AT_ONCE = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
const MAX_BYTES = 1024 * 1024;

export type ConfigPlaces = {
  /** `config.json` of DOCKER_CONFIG, else of `~/.docker`. */
  readonly config: string;
  /** `~/.dockercfg`, which docker before 1.7 wrote and before 23 read. */
  readonly legacy: string;
};

/** As to the docker CLI, an empty variable is one that isn't set. */
export function configPlaces(environment: NodeJS.ProcessEnv): ConfigPlaces {
  const given = environment[process.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '';
  const home = given === '' ? homedir() : given;
  const folder = environment.DOCKER_CONFIG ?? '';
  return {
    config: join(folder === '' ? join(home, '.docker') : folder, 'config.json'),
    legacy: join(home, '.dockercfg'),
  };
}

/** The file itself, links followed; where a link leads to nothing, the place that it names, as docker would write there. */
export async function followed(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const target = await readlink(path).catch(() => null);
    return target === null ? path : resolve(dirname(path), target);
  }
}

/** Its text; null when there is no file. @throws Error when it can't be read as text, or is no file or larger than 1 MB */
export async function readPlain(path: string): Promise<string | null> {
  try {
    return textOf(await readBytes(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function readBytes(path: string): Promise<Buffer> {
  // Not blocking: a named pipe in the file's place must not hold the answer up.
  const file = await open(path, READ_AT_ONCE);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error(say('credentialFailures.file.noFile'));
    if (stats.size > MAX_BYTES) throw new Error(say('credentialFailures.file.large'));
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** What isn't text is refused, since it would not come back as it was. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(say('credentialFailures.file.noText'));
  }
}

/** Node's own code of a failed call, such as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
