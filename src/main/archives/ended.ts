/** How a job on an archive ends when it doesn't succeed. */
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { engineFailure } from '../engine/index.js';
import { fileFailure } from '../files/index.js';

/** What `error` means: that the user cancelled, that the file or its disk refused, or that the engine did. */
export function endedBy(error: unknown, title: string, signal: AbortSignal): FailureError {
  if (signal.aborted)
    return new FailureError({ code: 'cancelled', title, detail: say('failures.cancelled') });
  if (error instanceof FailureError) return error;
  return new FailureError(fileFailure(error, title) ?? engineFailure(error, { title }));
}
