/** What the Build screen says about steps: their names in parts, what they add up to, their silence. Pure. */
import type { BuildState, BuildStep, BuildTransfer } from '../../../shared/build-progress.js';
import { say } from '../../../shared/words/index.js';

export type StepName = {
  /** The stage a step belongs to, when the Dockerfile names it. */
  readonly stage: string | null;
  /** `2/5`: where the step stands in its stage. Null for what the engine does on its own. */
  readonly position: string | null;
  /** `RUN`, in capitals; empty for what the engine does on its own. */
  readonly keyword: string;
  /** What follows the keyword, or the whole name of an engine's own step. */
  readonly rest: string;
};

/** With a platform before the stage when there are several, and spaces before the number when it stands in a column. */
const STEP = /^\[(?:[a-z0-9]+(?:\/[a-z0-9]+)+(?:->\S+)? )?(?:(\S+) )? *(\d+\/\d+)\]\s*(\S+)\s*(.*)$/s;
/** As builders before BuildKit say it. */
const CLASSIC = /^Step (\d+\/\d+) : (.*)$/s;

/**
 * Takes a step's name apart: `[build 2/5] RUN npm ci` (BuildKit), `[2/5] RUN npm ci` (one stage) and
 * `[internal] load .dockerignore` or `exporting to image` (the engine's own).
 */
export function stepName(name: string): StepName {
  const classic = CLASSIC.exec(name);
  const match = STEP.exec(classic ? `[${classic[1] ?? ''}] ${classic[2] ?? ''}` : name);
  if (!match) {
    return { stage: null, position: null, keyword: '', rest: name.replace(/^\[internal\]\s*/, '') };
  }
  const [, stage = null, position = null, keyword = '', rest = ''] = match;
  return { stage, position, keyword: keyword.toUpperCase(), rest: rest.replace(/\s+/g, ' ') };
}

/** Of a stage’s step: what its stage is written as, and which number it has. */
const NUMBERED = /^(\[[^\]]*?) *(\d+)\/\d+\]/;

/**
 * The steps as they are told, but those of one stage in the order of its lines, in the places that they have among them: an
 * engine may tell of a base that it has already only after what stands on it.
 */
export function inOrderOfLines(steps: readonly BuildStep[]): readonly BuildStep[] {
  const stages = new Map<
    string,
    { readonly at: number; readonly number: number; readonly step: BuildStep }[]
  >();
  steps.forEach((step, at) => {
    const [, stage, number] = NUMBERED.exec(step.name) ?? [];
    if (stage === undefined) return;
    const told = stages.get(stage) ?? [];
    stages.set(stage, told);
    told.push({ at, number: Number(number), step });
  });
  const ordered = [...steps];
  for (const told of stages.values()) {
    const byLine = told.toSorted((one, other) => one.number - other.number);
    byLine.forEach(({ step }, place) => (ordered[told[place]?.at ?? 0] = step));
  }
  return ordered;
}

/** Milliseconds that a step has taken at `now`; null for one that hasn't started. */
export function stepDuration(step: BuildStep, now: number): number | null {
  if (step.startedAt === null || step.state === 'cached' || step.state === 'waiting') return null;
  return Math.max(0, (step.endedAt ?? now) - step.startedAt);
}

export type StepCounts = {
  /** Steps of the Dockerfile that make something; neither base images nor what the engine does on its own count. */
  readonly total: number;
  readonly cached: number;
  readonly ended: number;
};

export function countSteps(steps: readonly BuildStep[]): StepCounts {
  const own = steps.filter((step) => {
    const { position, keyword } = stepName(step.name);
    return position !== null && keyword !== 'FROM';
  });
  return {
    total: own.length,
    cached: own.filter((step) => step.state === 'cached').length,
    ended: own.filter((step) => step.state !== 'waiting' && step.state !== 'running').length,
  };
}

/** The step that a person wants to see when they chose none: what failed, else what runs, else the last with output. */
export function notableStep(state: BuildState): BuildStep | null {
  return (
    failedStep(state) ??
    state.steps.findLast((step) => step.state === 'running') ??
    state.steps.findLast((step) => state.output[step.id] !== undefined) ??
    state.steps.at(-1) ??
    null
  );
}

export function failedStep(state: BuildState): BuildStep | null {
  return state.steps.find((step) => step.state === 'failed') ?? null;
}

/** Bytes moved and to move by a step; null when it moves none, or the engine doesn't say how many. */
export function stepTransfer(
  transfers: readonly BuildTransfer[],
): { readonly current: number; readonly total: number } | null {
  let current = 0;
  let total = 0;
  for (const transfer of transfers) {
    if (transfer.total <= 0) continue;
    current += Math.min(transfer.current, transfer.total);
    total += transfer.total;
  }
  return total > 0 ? { current, total } : null;
}

/** The heading over a step's output. */
export function outputTitle(step: BuildStep | null): string {
  if (step === null) return say('build.output');
  const { keyword, rest } = stepName(step.name);
  return say('build.output.of', { step: keyword === '' ? rest : `${keyword} ${rest}` });
}

/** Why a step has no output, in words. */
export function silence(step: BuildStep | null): string {
  if (step?.error) return step.error;
  switch (step?.state) {
    case undefined:
    case 'waiting':
    case 'running':
      return say('build.output.nothingYet');
    case 'cached':
      return say('build.output.cached');
    case 'done':
    case 'failed':
    case 'cancelled':
      return say('build.output.nothing');
  }
}
