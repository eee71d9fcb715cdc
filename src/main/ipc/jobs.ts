/** Long work: starts it, folds its progress, tells who watches, cancels it, and remembers how it ended. */
import { randomUUID } from 'node:crypto';
import type { Handler, Job } from '../../shared/contract/define.js';
import type { EngineEndpoint } from '../../shared/contract/engine.js';
import type { JobSummary, JobUpdate } from '../../shared/contract/jobs.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

export type JobCentreOptions = {
  readonly onChanged: (summary: JobSummary) => void;
  readonly onDismissed: (job: string) => void;
  /** How long progress is gathered before it is sent to watchers, in ms. */
  readonly batchMs?: number;
};

export type JobStart = {
  readonly channel: string;
  readonly call: Job;
  readonly handler: Handler<Job>;
  readonly input: unknown;
  readonly toFailure: (channel: string, error: unknown) => Failure;
  /** Where it works. */
  readonly engine: EngineEndpoint;
};

/** Ended jobs beyond this many are let go, oldest first. */
const MAX_ENDED = 100;

type Running = {
  summary: JobSummary;
  state: unknown;
  readonly watchers: Set<(update: JobUpdate) => void>;
  pending: unknown[];
  timer: NodeJS.Timeout | undefined;
  readonly abort: AbortController;
  readonly settled: Promise<void>;
};

export type JobCentre = ReturnType<typeof createJobCentre>;

export function createJobCentre({ onChanged, onDismissed, batchMs = 40 }: JobCentreOptions) {
  const jobs = new Map<string, Running>();

  const known = (id: string): Running => {
    const job = jobs.get(id);
    if (job) return job;
    throw new FailureError({
      code: 'not-found',
      title: say('ipcFailures.noJob'),
      detail: say('ipcFailures.noJob.detail'),
    });
  };

  const tell = (job: Running, update: JobUpdate): void => job.watchers.forEach((watcher) => watcher(update));

  const flush = (job: Running): void => {
    clearTimeout(job.timer);
    job.timer = undefined;
    if (job.pending.length === 0) return;
    const steps = job.pending;
    job.pending = [];
    tell(job, { type: 'steps', steps });
  };

  const change = (job: Running, summary: JobSummary): void => {
    flush(job);
    job.summary = summary;
    tell(job, { type: 'summary', summary });
    onChanged(summary);
  };

  const dismiss = (id: string): void => {
    jobs.delete(id);
    onDismissed(id);
  };

  const forgetOldest = (): void => {
    const ended = [...jobs.values()].filter((job) => job.summary.status !== 'running');
    for (const job of ended.slice(0, Math.max(0, ended.length - MAX_ENDED))) dismiss(job.summary.id);
  };

  return {
    /** Starts a job and answers with its id at once; how it ends is in its summary. */
    start({ channel, call, handler, input, toFailure, engine }: JobStart): string {
      const id = randomUUID();
      const abort = new AbortController();
      let settle = (): void => undefined;
      const job: Running = {
        summary: {
          id,
          call: channel,
          title: handler.title(input),
          engine,
          ...(handler.subject === undefined ? {} : { subject: handler.subject(input) }),
          status: 'running',
          cancelling: false,
          startedAt: Date.now(),
        },
        state: call.progress.initial(),
        watchers: new Set(),
        pending: [],
        timer: undefined,
        abort,
        settled: new Promise((resolve) => (settle = resolve)),
      };
      const report = (step: unknown): void => {
        job.state = call.progress.reduce(job.state, step);
        if (job.watchers.size === 0) return;
        job.pending.push(step);
        job.timer ??= setTimeout(() => flush(job), batchMs);
      };
      const end = (summary: Partial<JobSummary> & Pick<JobSummary, 'status'>): void => {
        try {
          change(job, { ...job.summary, ...summary, cancelling: false, endedAt: Date.now() });
          forgetOldest();
        } finally {
          // Whatever a listener does with the news, the job has ended.
          settle();
        }
      };
      jobs.set(id, job);
      onChanged(job.summary);
      void Promise.resolve()
        .then(() => handler.run(input, { id, report, signal: abort.signal }))
        .then(
          (outcome) => end({ status: 'done', outcome }),
          (error: unknown) => {
            const failure = toFailure(channel, error);
            end(failure.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', failure });
          },
        );
      return id;
    },
    list: (): readonly JobSummary[] => [...jobs.values()].map((job) => job.summary),
    /** What runs, and how far it is: the state is of the type that the call folds. */
    running: (): readonly { readonly call: string; readonly state: unknown }[] =>
      [...jobs.values()]
        .filter(({ summary }) => summary.status === 'running')
        .map(({ summary, state }) => ({ call: summary.call, state })),
    cancel(id: string): void {
      const job = known(id);
      if (job.summary.status !== 'running' || job.summary.cancelling) return;
      change(job, { ...job.summary, cancelling: true });
      job.abort.abort();
    },
    dismiss(id: string): void {
      if (known(id).summary.status !== 'running') dismiss(id);
    },
    /** Sends the state so far, then every change; the answer ends it. */
    watch(id: string, listener: (update: JobUpdate) => void): () => void {
      const job = known(id);
      flush(job);
      listener({ type: 'state', summary: job.summary, state: job.state });
      job.watchers.add(listener);
      return () => void job.watchers.delete(listener);
    },
    /** Cancels whatever runs, or ends it for a `reason`, and resolves when all of it has ended. */
    async end(reason?: FailureError): Promise<void> {
      const running = [...jobs.values()].filter((job) => job.summary.status === 'running');
      for (const job of running) job.abort.abort(reason);
      await Promise.all(running.map((job) => job.settled));
    },
  };
}
