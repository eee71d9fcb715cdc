/** Long work of every kind: what runs, what ran, and the way to follow or cancel it. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import type { EngineEndpoint } from './engine.js';
import { event, request, stream } from './define.js';

export type JobStatus = 'running' | 'done' | 'failed' | 'cancelled';

export type JobSummary = {
  readonly id: string;
  /** The call that started it: `builds.run`, `registry.push`. */
  readonly call: string;
  readonly title: string;
  /** Where it works. It goes on there, wherever the window that started it looks by now. */
  readonly engine: EngineEndpoint;
  /** What it is about, in no language, where a screen has to know: the destination of a push. */
  readonly subject?: string;
  readonly status: JobStatus;
  /** True from the moment cancel was asked until the job has ended. */
  readonly cancelling: boolean;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly failure?: Failure;
  readonly outcome?: unknown;
};

/** First the state so far, then what is new. `state` and `steps` are of the job's own types. */
export type JobUpdate =
  | { readonly type: 'state'; readonly summary: JobSummary; readonly state: unknown }
  | { readonly type: 'steps'; readonly steps: readonly unknown[] }
  | { readonly type: 'summary'; readonly summary: JobSummary };

const jobId = z.object({ job: z.string().min(1).max(64) });

export const jobs = {
  list: request(() => z.void()).gives<readonly JobSummary[]>(),
  cancel: request(() => jobId).gives<void>(),
  /** Takes an ended job off the list. */
  dismiss: request(() => jobId).gives<void>(),
  watch: stream(() => jobId).of<JobUpdate>(),
  changed: event<JobSummary>(),
  /** A notification of the job was clicked: it wants to be shown. */
  asked: event<{ readonly window: number; readonly job: JobSummary }>(),
  dismissed: event<{ readonly job: string }>(),
};
