/** Where a job is shown in full. */
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { jobKind } from '../../../shared/job-progress.js';
import type { AppState } from '../../state/index.js';

type Desks = Pick<AppState, 'archives' | 'builds' | 'navigation' | 'transfers'>;

/** Leads to the screen or dialog of its kind of work; nowhere for work that has none. */
export function openJob({ archives, builds, navigation, transfers }: Desks, job: JobSummary): void {
  const kind = jobKind(job.call);
  if (kind === 'build') {
    builds.show(job);
    navigation.go({ name: 'build' });
  } else if (kind === 'disk') navigation.go({ name: 'disk' });
  else if (kind === 'update') navigation.go({ name: 'settings' });
  else if (kind === 'archive') archives.reopen(job);
  else if (kind !== 'other') transfers.reopen(job);
}
