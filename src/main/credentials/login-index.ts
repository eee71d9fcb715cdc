/**
 * Which registries have a login in the keychain, and as whom. Names only, never a secret; kept here because a keychain
 * is never asked to list itself.
 */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { readOrSetAside, withFileLock, writeFileAtomic, type OnDamaged } from '../files/index.js';
import { keptEnd } from './login-end.js';
import { isSamePlace } from './login-place.js';

const entries = z.object({
  logins: z
    .array(
      z.object({
        registry: z.string().min(1).max(300),
        prefix: z.string().max(300).default(''),
        username: z.string().min(1).max(1024),
        ends: keptEnd.nullable().default(null),
      }),
    )
    .max(10_000),
});
export type IndexedLogin = z.output<typeof entries>['logins'][number];

/** Every function throws FailureError when the file can't be read or written; then nothing has changed. */
export type LoginIndex = {
  /** More than one entry for a place: the last one counts, the others wait to be erased. */
  readonly list: () => Promise<readonly IndexedLogin[]>;
  readonly add: (login: IndexedLogin) => Promise<void>;
  readonly remove: (login: IndexedLogin) => Promise<void>;
  /** Puts what `make` gives in the place of each. Nothing is written where that changes none. */
  readonly update: (make: (login: IndexedLogin) => IndexedLogin) => Promise<void>;
  /** What was wrong with the file when it was read. */
  readonly problem: () => Failure | undefined;
};

/**
 * Opens the index at `file`, which needn't exist. It is read at the first use, and again when another process has written it;
 * a damaged one is set aside, not lost.
 */
export function openLoginIndex(file: string, onDamaged: OnDamaged): LoginIndex {
  let logins: Promise<readonly IndexedLogin[]> | undefined;
  let seen: string | null = null;
  let aside: string | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const list = async (): Promise<readonly IndexedLogin[]> => {
    const now = await stampOf(file);
    if (now !== null && now !== seen) logins = undefined;
    seen = now ?? seen;
    logins ??= read().catch((error: unknown) => {
      // Asked again, it is read again: what was in the way may be mended by then.
      logins = undefined;
      throw error;
    });
    return logins;
  };

  const read = async (): Promise<readonly IndexedLogin[]> => {
    const heard: OnDamaged = (damage) => {
      aside = damage.aside;
      onDamaged(damage);
    };
    try {
      const kept = await readOrSetAside({ file, what: 'logins', onDamaged: heard }, (text) =>
        entries.parse(JSON.parse(text)),
      );
      return kept?.logins ?? [];
    } catch (error) {
      throw new FailureError(fileFailure(say('credentialFailures.index.read'), file, error));
    }
  };

  /** One change after another, of this process and of others; memory follows only when the file has. */
  const change = (make: (before: readonly IndexedLogin[]) => readonly IndexedLogin[]): Promise<void> => {
    const turn = writing.then(async () => {
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await withFileLock(file, async () => {
          const after = make(await list());
          await writeFileAtomic(file, `${JSON.stringify({ logins: after }, null, 2)}\n`);
          logins = Promise.resolve(after);
          seen = await stampOf(file);
        });
      } catch (error) {
        if (error instanceof FailureError) throw error;
        throw new FailureError(fileFailure(say('credentialFailures.index.write'), file, error));
      }
    });
    writing = turn.catch(() => undefined);
    return turn;
  };

  const isNot = (login: IndexedLogin) => (other: IndexedLogin) =>
    !isSamePlace(other, login) || other.username !== login.username;

  return {
    list,
    add: (login) => change((before) => [...before.filter(isNot(login)), login]),
    remove: (login) => change((before) => before.filter(isNot(login))),
    async update(make) {
      if ((await list()).some((login) => make(login) !== login)) await change((before) => before.map(make));
    },
    problem: () => (aside === undefined ? undefined : damaged(aside)),
  };
}

/** Another file, or another content, has another; null when there is none to look at. */
async function stampOf(file: string): Promise<string | null> {
  const stats = await stat(file, { bigint: true }).catch(() => null);
  return stats ? `${stats.ino}:${stats.size}:${stats.mtimeNs}` : null;
}

function damaged(aside: string): Failure {
  return {
    code: 'unexpected',
    title: say('credentialFailures.index.damaged'),
    detail: say('credentialFailures.index.damaged.detail', { aside }),
    remedy: say('credentialFailures.index.damaged.remedy'),
  };
}

function fileFailure(title: string, file: string, error: unknown): Failure {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
  return {
    code: isFull ? 'disk-full' : 'unexpected',
    title,
    detail: say('credentialFailures.file', { path: file }),
    remedy: isFull ? say('credentialFailures.freeSpace') : say('credentialFailures.permissions'),
    cause: messageOf(error),
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
