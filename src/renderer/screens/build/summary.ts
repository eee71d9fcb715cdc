/** The line above a build that says how it stands or ended. Pure. */
import type { BuildState } from '../../../shared/build-progress.js';
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { say } from '../../../shared/words/index.js';
import { countSteps } from './steps.js';

/** `3 of 7 steps cached`, or the steps that ended while it runs; empty while no step is known. */
export function stepsPhrase(state: BuildState, running: boolean): string {
  const { total, cached, ended } = countSteps(state.steps);
  if (total === 0) return '';
  return running
    ? say('build.steps.ended', { ended, total, cached })
    : say('build.steps.cached', { total, cached });
}

/** What the build is doing or how it ended, in a few words. */
export function headline(job: JobSummary, state: BuildState, name: string): string {
  switch (job.status) {
    case 'running':
      if (job.cancelling) return say('build.head.cancelling');
      return state.phase === 'context' ? say('build.head.reading') : say('build.head.building', { name });
    case 'done':
      return say('build.head.done', { name });
    case 'failed':
      return say('build.head.failed', { name });
    case 'cancelled':
      return say('build.head.cancelled', { name });
  }
}
