/** What can be wrong with a project folder, in words: what can't be read, sent or found, and what changed meanwhile. */
import { FailureError, messageOf } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';

export function goneFolder(folder: string, error: unknown): FailureError {
  return new FailureError({
    code: isCode(error, 'ENOENT') ? 'not-found' : 'invalid-input',
    title: isCode(error, 'ENOENT')
      ? say('contextFailures.folder.gone', { folder })
      : say('contextFailures.folder.unreadable', { folder }),
    detail: isCode(error, 'ENOENT')
      ? say('contextFailures.folder.gone.detail')
      : say('contextFailures.folder.unreadable.detail'),
    remedy: say('contextFailures.folder.gone.remedy'),
    cause: messageOf(error),
  });
}

/** Its bytes are no UTF-8, so the system doesn't find it again by the name that it gave. */
export function unnameable(path: string): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.cantSend', { path }),
    detail: say('contextFailures.badName'),
    remedy: say('contextFailures.badName.remedy'),
  });
}

/** What is no file, folder or link. */
export type Unsendable = 'socket' | 'pipe' | 'device';

export function unsendable(path: string, what: Unsendable): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.cantSend', { path }),
    detail: say(`contextFailures.unsendable.${what}`),
    remedy: say('contextFailures.unsendable.remedy'),
  });
}

export function unreadable(path: string, error: unknown): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.unreadable', { path }),
    detail:
      isCode(error, 'EACCES') || isCode(error, 'EPERM')
        ? say('contextFailures.unreadable.denied')
        : say('contextFailures.unreadable.error'),
    remedy: say('contextFailures.unreadable.remedy'),
    cause: messageOf(error),
  });
}

/** What a file that changed while it was read means; any other error as it is. */
export function unsteady(path: string, error: unknown): unknown {
  if (isCode(error, 'ENOENT') || isCode(error, 'ESHRUNK')) {
    return new FailureError({
      code: 'interrupted',
      title: say('contextFailures.unsteady', { path }),
      detail: isCode(error, 'ENOENT')
        ? say('contextFailures.unsteady.gone')
        : say('contextFailures.unsteady.shorter'),
      remedy: say('contextFailures.unsteady.remedy'),
    });
  }
  return isCode(error, 'EACCES') || isCode(error, 'EPERM') || isCode(error, 'EIO')
    ? unreadable(path, error)
    : error;
}

/** That fewer than the promised bytes of a file were there, for `unsteady`. */
export const shrunk = (sent: number, size: number): Error =>
  Object.assign(new Error(`${sent} of ${size} bytes were there`), { code: 'ESHRUNK' });

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** What was to be written and couldn't be; its former text still stands. */
export function unwritable(name: string, error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  const isFull = isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT');
  return new FailureError({
    code: isFull ? 'disk-full' : 'denied',
    title: say('contextFailures.unwritable', { name }),
    detail: isFull ? say('contextFailures.unwritable.full') : say('contextFailures.unwritable.denied'),
    remedy: isFull
      ? say('contextFailures.unwritable.full.remedy')
      : say('contextFailures.unwritable.denied.remedy'),
    cause: messageOf(error),
  });
}
