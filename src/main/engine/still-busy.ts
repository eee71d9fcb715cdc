/** Why another engine can't be chosen now. */
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

/** @param running the jobs that work at the engine, by their titles */
export function stillBusy(running: readonly { readonly title: string }[]): FailureError {
  const [first] = running;
  return new FailureError({
    code: 'conflict',
    title: say('engineFailures.busy'),
    detail: say('engineFailures.busy.detail', { count: running.length, title: first?.title ?? '' }),
    remedy: say('engineFailures.busy.remedy'),
  });
}
