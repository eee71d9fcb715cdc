/** Past builds: what was kept of each, how two of them differ and why, and how a project's builds develop. */
import { z } from 'zod';
import type { BuildLogLine, BuildStep } from '../build-progress.js';
import type { Failure } from '../failure.js';
import type { BuildOptions } from './build-options.js';
import { event, request } from './define.js';

export const pastOutcomes = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
/** `interrupted`: Strata or the engine ended before the build did. */
export type PastOutcome = (typeof pastOutcomes)[number];

export type PastBuild = {
  /** Of the job that built it. */
  readonly id: string;
  readonly folder: string;
  /** Relative to the folder. */
  readonly dockerfile: string;
  readonly target: string | null;
  readonly imageName: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly outcome: PastOutcome;
  readonly imageId: string | null;
  /** Bytes of all layers of the image, as it was when the build ended; null where the engine didn't tell. */
  readonly imageSize: number | null;
  /** Steps of the Dockerfile that came to an end, FROM aside, and how many of these were taken from the cache. */
  readonly steps: number;
  readonly cached: number;
};

/** A step as it ended; what it said is asked for with `log`. */
export type PastStep = Pick<
  BuildStep,
  'id' | 'name' | 'state' | 'startedAt' | 'endedAt' | 'error' | 'line'
> & {
  readonly bytes: number;
  /** Lines of output that were kept. */
  readonly lines: number;
};

/** An instruction that makes a step, and what decided whether it could be reused. */
export type PastInstruction = {
  readonly line: number;
  readonly stage: number;
  readonly keyword: 'FROM' | 'RUN' | 'COPY' | 'ADD' | 'WORKDIR';
  readonly text: string;
  /** The instruction whose files it starts from, by its place in the list; null for the first of a stage. */
  readonly parent: number | null;
  /** Instructions of other stages that it takes files from. */
  readonly from: readonly number[];
  /** A digest of all else that it is remembered by: variables, folder, user. Secrets' values are no part of it. */
  readonly recipe: string;
  /** The images that it names, each with its digest where the engine knew it. */
  readonly images: readonly string[];
  readonly takesFiles: boolean;
};

export type PastBuildRecord = PastBuild & {
  /** Without the values of secrets. */
  readonly options: BuildOptions;
  /** Arguments and labels that were given but not kept, as their names say that they are secret. */
  readonly hidden: readonly string[];
  readonly failure: Failure | null;
  readonly contextFiles: number;
  readonly contextBytes: number;
  readonly pastSteps: readonly PastStep[];
  /** The Dockerfile's text; empty when it could not be read. */
  readonly source: string;
  readonly instructions: readonly PastInstruction[];
};

export type FilesChange = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** All of them, also those that are not named. */
  readonly count: number;
};

/** Why a step ran although it could have been reused. */
export type LossReason =
  | { readonly reason: 'instruction-changed'; readonly before: string | null; readonly after: string }
  | { readonly reason: 'files-changed'; readonly files: FilesChange }
  /** The arguments that were given otherwise; none named when it is a variable of the Dockerfile, or a secret. */
  | { readonly reason: 'argument-changed'; readonly names: readonly string[] }
  | { readonly reason: 'base-changed'; readonly image: string }
  | { readonly reason: 'above-changed'; readonly step: string; readonly stepLine: number }
  | { readonly reason: 'cache-ignored' }
  | { readonly reason: 'unknown' };

export type StepLoss = { readonly line: number; readonly text: string } & LossReason;
export type StepGain = { readonly line: number; readonly text: string; readonly savedMs: number | null };
export type StepPace = {
  readonly line: number;
  readonly text: string;
  readonly beforeMs: number;
  readonly afterMs: number;
};

export type BuildComparison = {
  readonly before: PastBuild;
  readonly after: PastBuild;
  /** Steps that ran although the build before had made them, or their like, in the order of the file. */
  readonly lost: readonly StepLoss[];
  /** Steps that ran in the build before and were reused in this one. */
  readonly gained: readonly StepGain[];
  readonly slower: readonly StepPace[];
  readonly faster: readonly StepPace[];
};

export type TrendPoint = Pick<
  PastBuild,
  'id' | 'startedAt' | 'endedAt' | 'outcome' | 'steps' | 'cached' | 'imageName' | 'imageSize'
>;

export type HistoryUsage = {
  readonly bytes: number;
  readonly limit: number;
  readonly builds: number;
  /** Records that could not be read, and lie aside. */
  readonly damaged: number;
};

/** As much of a step's output as is asked for at once, in lines. */
export const MAX_LOG_WINDOW = 2_000;

const id = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/);
const folder = z.string().min(1).max(4096);

export const history = {
  /** Newest first; of one folder, or of all. */
  list: request(() => z.object({ folder: folder.optional() })).gives<readonly PastBuild[]>(),
  record: request(() => z.object({ id })).gives<PastBuildRecord>(),
  /** Some of the lines that a step said. `from` counts from the first that was kept. */
  log: request(() =>
    z.object({
      id,
      step: z.string().min(1).max(256),
      from: z.int().min(0),
      count: z.int().min(1).max(MAX_LOG_WINDOW),
    }),
  ).gives<{ readonly lines: readonly BuildLogLine[]; readonly total: number; readonly dropped: number }>(),
  /** Against `before`, or the latest build before it of the same Dockerfile and target; null when there is none. */
  compare: request(() => z.object({ id, before: id.optional() })).gives<BuildComparison | null>(),
  /** The last builds of a folder, oldest first. */
  trend: request(() => z.object({ folder })).gives<readonly TrendPoint[]>(),
  /** A build that runs can't be removed: `conflict`. */
  remove: request(() => z.object({ id })).gives<void>(),
  /** Removes all but what runs. */
  clear: request(() => z.void()).gives<void>(),
  usage: request(() => z.void()).gives<HistoryUsage>(),
  /** Something of a folder's builds, or of all (null), is new. */
  changed: event<{ readonly folder: string | null }>(),
};
