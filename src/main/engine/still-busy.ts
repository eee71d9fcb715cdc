/** Why another engine can't be chosen now. */
import { FailureError } from '../../shared/failure.js';

/** @param running the jobs that work at the engine, by their titles */
export function stillBusy(running: readonly { readonly title: string }[]): FailureError {
  const [first] = running;
  const work =
    running.length === 1 && first !== undefined ? `“${first.title}” is` : `${running.length} jobs are`;
  return new FailureError({
    code: 'conflict',
    title: 'Strata stays with this engine for now',
    detail: `${work} still running there.`,
    remedy: 'Wait until that has ended, or cancel it under Activity. Then choose again.',
  });
}
