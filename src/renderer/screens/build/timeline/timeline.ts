/** Where a build's time went: its steps on one axis, and how long each kind of work was under way. Pure. */
import type { BuildStep } from '../../../../shared/build-progress.js';
import { stepName } from '../steps.js';

export type WorkKind = 'transfer' | 'pull' | 'run' | 'copy' | 'export' | 'other';

/** In the order in which they are listed. */
export const workKinds: readonly WorkKind[] = ['transfer', 'pull', 'run', 'copy', 'export', 'other'];

export type TimelineBar = {
  readonly step: BuildStep;
  readonly kind: WorkKind;
  /** Milliseconds from the build's first step. */
  readonly from: number;
  readonly ms: number;
};

export type Timeline = {
  /** By their start. Steps that took no time of their own, as cached ones, are none. */
  readonly bars: readonly TimelineBar[];
  /** From the first start to the last end, in ms. */
  readonly ms: number;
  /** How long work of each kind was under way, in ms; what ran side by side counts once. Kinds without any are left out. */
  readonly totals: readonly { readonly kind: WorkKind; readonly ms: number }[];
};

export function kindOf({ name }: Pick<BuildStep, 'name'>): WorkKind {
  const { keyword, position } = stepName(name);
  if (position !== null) {
    if (keyword === 'FROM') return 'pull';
    if (keyword === 'RUN') return 'run';
    return keyword === 'COPY' || keyword === 'ADD' || keyword === 'WORKDIR' ? 'copy' : 'other';
  }
  if (/^\[internal\] load (?:build context|build definition|\.dockerignore)/.test(name)) return 'transfer';
  if (/^\[internal\] load metadata|^resolve |^pull/.test(name)) return 'pull';
  return /^export|^writing|^naming/.test(name) ? 'export' : 'other';
}

/** @param now for steps that still run */
export function timelineOf(steps: readonly BuildStep[], now: number): Timeline {
  const ran = steps.flatMap((step) =>
    step.startedAt === null || step.state === 'cached' ? [] : [{ step, start: step.startedAt }],
  );
  const first = Math.min(...ran.map(({ start }) => start));
  const bars = ran
    .map(({ step, start }): TimelineBar => ({
      step,
      kind: kindOf(step),
      from: start - first,
      ms: Math.max(0, (step.endedAt ?? now) - start),
    }))
    .sort((a, b) => a.from - b.from);
  const totals = workKinds.flatMap((kind) => {
    const ms = covered(bars.filter((bar) => bar.kind === kind));
    return ms > 0 ? [{ kind, ms }] : [];
  });
  return { bars, totals, ms: Math.max(0, ...bars.map(({ from, ms }) => from + ms)) };
}

/** How much of the axis some bars lie on. */
function covered(bars: readonly TimelineBar[]): number {
  let sum = 0;
  let end = -Infinity;
  for (const { from, ms } of bars) {
    sum += Math.max(0, from + ms - Math.max(from, end));
    end = Math.max(end, from + ms);
  }
  return sum;
}

/** A few round times along an axis of `ms`, from 0, in ms. */
export function ticksOf(ms: number): readonly number[] {
  const steps = [1, 2, 5].flatMap((step) => Array.from({ length: 8 }, (_, power) => step * 10 ** power));
  const step = steps.sort((a, b) => a - b).find((each) => ms / each <= 6) ?? ms;
  return ms <= 0 ? [0] : Array.from({ length: Math.floor(ms / step) + 1 }, (_, at) => at * step);
}
