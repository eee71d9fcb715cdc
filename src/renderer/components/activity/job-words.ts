/** What the activity list says about a job. Pure. */
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { say } from '../../../shared/words/index.js';

/** The one word for how a job stands. */
export function jobWord(job: JobSummary): string {
  return job.cancelling ? say('components.job.cancelling') : say(`components.job.status.${job.status}`);
}

/** The engine that a job works at, as people call it. */
export const jobPlace = ({ engine: { context, name, address } }: JobSummary): string =>
  context ?? name ?? address;

/** Milliseconds that a job has taken at `now`. */
export function jobDuration(job: JobSummary, now: number): number {
  return Math.max(0, (job.endedAt ?? now) - job.startedAt);
}

/** Running jobs first, then ended ones; the newest first in each. */
export function listedJobs(jobs: readonly JobSummary[]): readonly JobSummary[] {
  const rank = (job: JobSummary): number => (job.status === 'running' ? 0 : 1);
  return jobs.toSorted((a, b) => rank(a) - rank(b) || b.startedAt - a.startedAt);
}
