/** What the activity list says about a job, and where its "Open" leads. Pure. */
import type { JobStatus, JobSummary } from '../../../shared/contract/jobs.js';

export type JobKind = 'build' | 'push' | 'pull' | 'disk' | 'archive' | 'other';

/** The kind of work behind the call that started a job. */
export function jobKind(call: string): JobKind {
  switch (call) {
    case 'builds.run':
      return 'build';
    case 'registry.push':
      return 'push';
    case 'images.pull':
      return 'pull';
    case 'disk.measure':
    case 'disk.cleanUp':
      return 'disk';
    case 'archives.save':
    case 'archives.load':
    case 'archives.import':
      return 'archive';
    default:
      return 'other';
  }
}

const words: Readonly<Record<JobStatus, string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The one word for how a job stands. */
export function jobWord(job: JobSummary): string {
  return job.cancelling ? 'Cancelling…' : words[job.status];
}

/** Milliseconds that a job has taken at `now`. */
export function jobDuration(job: JobSummary, now: number): number {
  return Math.max(0, (job.endedAt ?? now) - job.startedAt);
}

/** Running jobs first, then ended ones; the newest first in each. */
export function listedJobs(jobs: readonly JobSummary[]): readonly JobSummary[] {
  const rank = (job: JobSummary): number => (job.status === 'running' ? 0 : 1);
  return jobs.toSorted((a, b) => rank(a) - rank(b) || b.startedAt - a.startedAt);
}
