/** How a build differs from one before it: what ran again and why, what was reused, what took longer. Pure. */
import type {
  BuildComparison,
  LossReason,
  PastBuild,
  PastBuildRecord,
  PastInstruction,
  PastStep,
  StepLoss,
  StepPace,
} from '../../../shared/contract/history.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { changedFiles } from './file-changes.js';
import { pairInstructions } from './pairs.js';
import type { RecordedFiles } from './record.js';

export type Kept = {
  readonly record: PastBuildRecord;
  /** Null when they weren't recorded. */
  readonly files: RecordedFiles | null;
};

/** A difference of less is noise: in ms, and as a share of the shorter time. */
const NOTABLE_MS = 300;
const NOTABLE_SHARE = 0.2;

type Side = {
  readonly at: number;
  readonly instruction: PastInstruction;
  readonly step: PastStep | undefined;
};

export function compareBuilds(before: Kept, after: Kept): BuildComparison {
  const pairs = pairInstructions(before.record.instructions, after.record.instructions);
  const [was, is] = [sidesOf(before.record), sidesOf(after.record)];
  const context = { before, after, was, is, lost: new Set<number>() };
  const lost: StepLoss[] = [];
  const gained: BuildComparison['gained'][number][] = [];
  const paces: StepPace[] = [];
  for (const now of is) {
    const place = pairs[now.at] ?? null;
    const old = place === null ? undefined : was[place];
    const { line, text } = now.instruction;
    // Whether the engine calls FROM cached says nothing: nothing runs there either way.
    if (now.instruction.keyword === 'FROM' || !now.step) continue;
    const isSame = old?.instruction.text === text;
    if (hasRun(now) && (!old || !isSame || isMade(old))) {
      context.lost.add(now.at);
      lost.push({ line, text, ...reasonOf(now, old, context) });
    }
    if (!old || !isSame) continue;
    const [beforeMs, afterMs] = [timeOf(old), timeOf(now)];
    if (now.step.state === 'cached' && hasRun(old)) gained.push({ line, text, savedMs: beforeMs });
    if (beforeMs !== null && afterMs !== null && isNotable(beforeMs, afterMs))
      paces.push({ line, text, beforeMs, afterMs });
  }
  return {
    before: summaryOf(before.record),
    after: summaryOf(after.record),
    lost,
    gained,
    slower: paces.filter(({ beforeMs, afterMs }) => afterMs > beforeMs).toSorted(byDifference),
    faster: paces.filter(({ beforeMs, afterMs }) => afterMs < beforeMs).toSorted(byDifference),
  };
}

const byDifference = (one: StepPace, other: StepPace): number =>
  Math.abs(other.afterMs - other.beforeMs) - Math.abs(one.afterMs - one.beforeMs);

/** Instructions with the step that was made of each; one that another build's stage shared has none. */
function sidesOf({ instructions, pastSteps }: PastBuildRecord): readonly Side[] {
  const steps = new Map(
    pastSteps.flatMap((step) => (step.line === null ? [] : [[step.line, step] as const])),
  );
  return instructions.map((instruction, at) => ({ at, instruction, step: steps.get(instruction.line) }));
}

const hasRun = ({ step }: Side): boolean => step?.state === 'done' || step?.state === 'failed';
/** Whether its result was there to be reused. */
const isMade = ({ step }: Side): boolean => step?.state === 'done' || step?.state === 'cached';

function timeOf({ step }: Side): number | null {
  if (step?.state !== 'done' || step.startedAt === null || step.endedAt === null) return null;
  return Math.max(0, step.endedAt - step.startedAt);
}

const isNotable = (one: number, other: number): boolean =>
  Math.abs(one - other) >= Math.max(NOTABLE_MS, NOTABLE_SHARE * Math.min(one, other));

type Context = {
  readonly before: Kept;
  readonly after: Kept;
  readonly was: readonly Side[];
  readonly is: readonly Side[];
  /** The steps before this one that ran again. */
  readonly lost: ReadonlySet<number>;
};

/** What the user did comes before what follows from it: a changed line or file is told even where a step above fell too. */
function reasonOf(now: Side, old: Side | undefined, context: Context): LossReason {
  const { before, after, is, lost } = context;
  const { instruction } = now;
  if (isIgnored(now, after.record)) return { reason: 'cache-ignored' };
  if (old?.instruction.text !== instruction.text)
    return {
      reason: 'instruction-changed',
      before: old?.instruction.text ?? null,
      after: instruction.text,
    };
  if (before.files && after.files && instruction.takesFiles) {
    const files = changedFiles(
      { files: before.files, instruction: old.at },
      { files: after.files, instruction: now.at },
    );
    if (files) return { reason: 'files-changed', files };
  }
  const above = [instruction.parent, ...instruction.from].find((at) => at !== null && lost.has(at));
  const step = typeof above === 'number' ? is[above]?.instruction : undefined;
  if (step) return { reason: 'above-changed', step: step.text, stepLine: step.line };
  const base = changedBase(now, old, context);
  if (base !== null) return { reason: 'base-changed', image: base };
  if (old.instruction.recipe !== instruction.recipe)
    return { reason: 'argument-changed', names: changedArguments(before.record, after.record) };
  return { reason: 'unknown' };
}

function isIgnored({ instruction }: Side, { options, source }: PastBuildRecord): boolean {
  if (!options.ignoreCache) return false;
  const only = options.ignoreCacheOf?.toLowerCase();
  const stage = parseDockerfile(source).stages.findLast(({ name }) => name === only);
  return only === undefined || instruction.stage === stage?.index;
}

/** The image that a step takes files from, or stands on, when it is another one than before. */
function changedBase(now: Side, old: Side, { was, is }: Context): string | null {
  const images = ({ instruction }: Side, sides: readonly Side[]): readonly string[] => {
    const base = instruction.parent === null ? undefined : sides[instruction.parent]?.instruction;
    return [...(base?.keyword === 'FROM' ? base.images : []), ...instruction.images];
  };
  const before = new Set(images(old, was));
  const other = images(now, is).find((image) => !before.has(image));
  return other === undefined ? null : other.slice(0, other.lastIndexOf('@'));
}

function changedArguments(before: PastBuildRecord, after: PastBuildRecord): readonly string[] {
  const was = new Map(before.options.arguments.map(({ name, value }) => [name, value]));
  const is = new Map(after.options.arguments.map(({ name, value }) => [name, value]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
}

function summaryOf(record: PastBuildRecord): PastBuild {
  const { id, folder, dockerfile, target, imageName, startedAt, endedAt, outcome } = record;
  const { imageId, imageSize, steps, cached } = record;
  const when = { startedAt, endedAt, outcome };
  return { id, folder, dockerfile, target, imageName, ...when, imageId, imageSize, steps, cached };
}
