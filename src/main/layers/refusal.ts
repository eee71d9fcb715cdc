/** Why an image's bytes could not be read, in words. */
import { FailureError, messageOf } from '../../shared/failure.js';
import { engineFailure } from '../engine/index.js';
import { DamagedArchive } from './tar-header.js';

/** `what`: the image or archive, as the user knows it. */
export function refusal(error: unknown, what: string): FailureError {
  if (error instanceof FailureError) return error;
  const title = `The layers of ${what} could not be read`;
  if (error instanceof DamagedArchive)
    return new FailureError({
      code: 'invalid-input',
      title,
      detail: `This is no whole image archive: ${error.message}.`,
      remedy: 'Save the image again.',
    });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new FailureError({
      code: 'disk-full',
      title,
      detail: 'The disk that Strata writes to is full.',
      remedy: 'Free some space on it, then try again.',
      cause: messageOf(error),
    });
  return new FailureError(engineFailure(error, { title }));
}
