/** A build's secrets: read when it starts, from files and the environment, and given to the engine for that one build. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BuildSecret } from '../../shared/contract/build-options.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { Secret } from '../credentials/index.js';
import { isCode } from './context/problems.js';

/** By id. Their texts hold a byte a character (latin1), as a secret may be any bytes. */
export type BuildSecrets = ReadonlyMap<string, Secret>;

/** BuildKit takes no more (moby/buildkit session/secrets/secretsprovider, maxSecretSize). In bytes. */
const LARGEST = 500 * 1024;

/** @throws FailureError `not-found` or `invalid-input`, naming the secret and where it was looked for, never what is in it */
export async function readSecrets(
  secrets: readonly BuildSecret[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<BuildSecrets> {
  const read = new Map<string, Secret>();
  for (const { id, from, source } of secrets) {
    if (read.has(id))
      throw refused(
        id,
        'invalid-input',
        say('buildFailures.secret.twice'),
        say('buildFailures.secret.twice.remedy'),
      );
    const bytes =
      from === 'file'
        ? await fromFile(id, resolve(folder, source), source)
        : fromEnvironment(id, source, environment);
    read.set(id, new Secret(bytes.toString('latin1')));
  }
  return read;
}

async function fromFile(id: string, file: string, named: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST)
      throw refused(
        id,
        'invalid-input',
        say('buildFailures.secret.large', { file: named }),
        say('buildFailures.secret.large.remedy'),
      );
    return await readFile(file);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const isMissing = isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
    throw refused(
      id,
      isMissing ? 'not-found' : 'invalid-input',
      isMissing
        ? say('buildFailures.secret.noFile', { file: named })
        : say('buildFailures.secret.unreadable', { file: named }),
      say('buildFailures.secret.path'),
      messageOf(error),
    );
  }
}

function fromEnvironment(id: string, name: string, environment: NodeJS.ProcessEnv): Buffer {
  const value = environment[name];
  if (value !== undefined) return Buffer.from(value);
  throw refused(
    id,
    'not-found',
    say('buildFailures.secret.noVariable', { name }),
    say('buildFailures.secret.noVariable.remedy'),
  );
}

/** The socket of the user's ssh agent. @throws FailureError `not-found` when there is none */
export function agentIn(environment: NodeJS.ProcessEnv): string {
  const socket = environment.SSH_AUTH_SOCK;
  if (socket) return socket;
  throw new FailureError({
    code: 'not-found',
    title: say('buildFailures.noAgent'),
    detail: say('buildFailures.noAgent.detail'),
    remedy: say('buildFailures.noAgent.remedy'),
  });
}

function refused(
  id: string,
  code: 'not-found' | 'invalid-input',
  detail: string,
  remedy: string,
  cause?: string,
): FailureError {
  return new FailureError({
    code,
    title: say('buildFailures.secret', { id }),
    detail,
    remedy,
    ...(cause === undefined ? {} : { cause }),
  });
}
