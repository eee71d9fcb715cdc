/** What is kept of a build, as it lies on disk. What is read back is checked: a file there may be anything. */
import { z } from 'zod';
import { failureCodes } from '../../../shared/failure.js';
import { buildOptions } from '../../../shared/contract/build-options.js';
import { pastOutcomes, type PastBuild, type PastBuildRecord } from '../../../shared/contract/history.js';

const text = (most: number) => z.string().max(most);
const count = z.number().min(0);

/** The small file that the list is made of. */
export const pastBuild = z.object({
  id: text(64),
  folder: text(4096),
  dockerfile: text(4096),
  target: text(256).nullable(),
  imageName: text(512),
  startedAt: count,
  endedAt: count.nullable(),
  outcome: z.enum(pastOutcomes),
  imageId: text(256).nullable(),
  // Builds that were kept before it was known lack it.
  imageSize: count.nullable().default(null),
  steps: count,
  cached: count,
}) satisfies z.ZodType<PastBuild>;

const failure = z
  .object({
    code: z.enum(failureCodes),
    title: z.string(),
    detail: z.string(),
    remedy: z.string().exactOptional(),
    cause: z.string().exactOptional(),
    source: z.object({ file: z.string(), line: z.number() }).exactOptional(),
  })
  .nullable();

const step = z.object({
  id: text(256),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'cached', 'done', 'failed', 'cancelled']),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  error: z.string().nullable(),
  line: z.number().nullable(),
  bytes: count,
  lines: count,
});

const instruction = z.object({
  line: z.number(),
  stage: z.number(),
  keyword: z.enum(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']),
  text: z.string(),
  parent: z.number().nullable(),
  from: z.array(z.number()),
  recipe: z.string(),
  images: z.array(z.string()),
  takesFiles: z.boolean(),
});

/** All of it but the list's part, the output and the files. */
export const recordBody = z.object({
  options: buildOptions,
  hidden: z.array(z.string()),
  failure,
  contextFiles: count,
  contextBytes: count,
  pastSteps: z.array(step),
  source: z.string(),
  instructions: z.array(instruction),
});

export type RecordBody = Omit<PastBuildRecord, keyof PastBuild>;

/** What a step said, as one line of the log file: its id, lines let go before these, and the lines. */
export const stepLog = z.object({
  step: z.string(),
  dropped: count,
  lines: z.array(z.object({ stream: z.enum(['out', 'err']), text: z.string() })),
});
export type StepLog = z.infer<typeof stepLog>;

/** Path, permission bits, bytes, ms of its last change, digest of its content (null: not read), place in `takers`. */
const fileRow = z.tuple([z.string(), z.number(), z.number(), z.number(), z.string().nullable(), z.number()]);
export type FileRow = z.infer<typeof fileRow>;

/** The files that a build took from its context. */
export const recordedFiles = z.object({
  /** Sets of instructions, by their place in the record: each file belongs to one of these. */
  takers: z.array(z.array(z.number())),
  /** At most a bounded number, in the order of the context. */
  rows: z.array(fileRow),
  /** By place in `takers`: how many files are not named, and a digest of these. */
  unnamed: z.array(z.object({ count, digest: z.string() })),
});
export type RecordedFiles = z.infer<typeof recordedFiles>;
