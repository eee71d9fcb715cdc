/** What can be wrong with a project folder, in words: what can't be read, sent or found, and what changed meanwhile. */
import { FailureError, messageOf } from '../../../shared/failure.js';

export function goneFolder(folder: string, error: unknown): FailureError {
  return new FailureError({
    code: isCode(error, 'ENOENT') ? 'not-found' : 'invalid-input',
    title: isCode(error, 'ENOENT') ? `The folder ${folder} is gone` : `The folder ${folder} can’t be read`,
    detail: isCode(error, 'ENOENT')
      ? 'It was moved, renamed or deleted.'
      : 'The system doesn’t let Strata look into it.',
    remedy: 'Choose the project folder again.',
    cause: messageOf(error),
  });
}

/** Its bytes are no UTF-8, so the system doesn't find it again by the name that it gave. */
export function unnameable(path: string): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be sent`,
    detail: 'Its name is not valid UTF-8.',
    remedy: 'Rename it, or name it in .dockerignore if the build doesn’t need it.',
  });
}

/** @param what `a socket`, `a pipe` or `a device` */
export function unsendable(path: string, what: string): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be sent`,
    detail: `It is ${what}, and only files, folders and links can be part of an image.`,
    remedy: 'Remove it, or name it in .dockerignore.',
  });
}

export function unreadable(path: string, error: unknown): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be read`,
    detail:
      isCode(error, 'EACCES') || isCode(error, 'EPERM')
        ? 'You aren’t allowed to read it.'
        : 'The system gave an error while it was read.',
    remedy: 'Change its permissions, or name it in .dockerignore if the build doesn’t need it.',
    cause: messageOf(error),
  });
}

/** What a file that changed while it was read means; any other error as it is. */
export function unsteady(path: string, error: unknown): unknown {
  if (isCode(error, 'ENOENT') || isCode(error, 'ESHRUNK')) {
    return new FailureError({
      code: 'interrupted',
      title: `${path} changed while it was sent`,
      detail: isCode(error, 'ENOENT') ? 'It was deleted or renamed.' : 'It became shorter.',
      remedy: 'Build again when nothing writes to the project folder.',
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
    title: `${name} can’t be written`,
    detail: isFull ? 'There is no room left.' : 'The system doesn’t let Strata write it.',
    remedy: isFull ? 'Make room, then try again.' : 'Change the permissions of the file and its folder.',
    cause: messageOf(error),
  });
}
