/** Tells of work that ended while nobody was looking. Knows what is worth telling, and no electron. */
import type { JobSummary } from '../../shared/contract/jobs.js';
import { jobKind } from '../../shared/job-progress.js';
import { say } from '../../shared/words/index.js';

export type Notice = { readonly title: string; readonly body: string };

export type NoticeParts = {
  /** The user wants it. */
  readonly isWanted: () => boolean;
  /** A window of ours has the user's eyes. */
  readonly isInFront: () => boolean;
  readonly show: (notice: Notice, onClick: () => void) => void;
  /** Leads to the job, once the notice was clicked. */
  readonly open: (job: JobSummary) => void;
};

/** What is said of a job that has ended; null for one that goes on, was cancelled, or is nobody's to wait for. */
export function noticeOf({ call, status, title, failure }: JobSummary): Notice | null {
  const kind = jobKind(call);
  if (kind === 'disk' || kind === 'other') return null;
  if (status === 'done') return { title: say('shell.notice.done'), body: title };
  return status === 'failed'
    ? { title: say('shell.notice.failed'), body: [title, failure?.title ?? ''].join('\n').trim() }
    : null;
}

/** The answer hears of every change of a job. */
export function createJobNotices({
  isWanted,
  isInFront,
  show,
  open,
}: NoticeParts): (job: JobSummary) => void {
  return (job) => {
    const notice = noticeOf(job);
    if (notice !== null && isWanted() && !isInFront()) show(notice, () => open(job));
  };
}
