/** The line above a build that says how it stands or ended. Pure. */
import type { BuildState } from '../../../shared/build-progress.js';
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { countSteps } from './steps.js';

/** `3 of 7 steps cached`, or the steps that ended while it runs; empty while no step is known. */
export function stepsPhrase(state: BuildState, running: boolean): string {
  const { total, cached, ended } = countSteps(state.steps);
  if (total === 0) return '';
  const steps = total === 1 ? 'step' : 'steps';
  return running
    ? `${ended} of ${total} ${steps}, ${cached} cached`
    : `${cached} of ${total} ${steps} cached`;
}

/** What the build is doing or how it ended, in a few words. */
export function headline(job: JobSummary, state: BuildState, imageName: string): string {
  switch (job.status) {
    case 'running':
      if (job.cancelling) return 'Cancelling…';
      return state.phase === 'context' ? 'Reading the project folder' : `Building ${imageName}`;
    case 'done':
      return `Built ${imageName}`;
    case 'failed':
      return `${imageName} was not built`;
    case 'cancelled':
      return `Cancelled: ${imageName} was not built`;
  }
}
