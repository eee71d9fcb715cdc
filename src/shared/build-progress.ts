/** A build as it goes: phases, steps and their output, folded from what BuildKit (or the classic builder) tells. Pure. */
import type { Progress } from './contract/define.js';

export type BuildPhase = 'context' | 'building' | 'ended';
export type BuildStepState = 'waiting' | 'running' | 'cached' | 'done' | 'failed' | 'cancelled';

export type BuildLogLine = { readonly stream: 'out' | 'err'; readonly text: string };

export type BuildTransfer = { readonly id: string; readonly current: number; readonly total: number };

export type BuildStep = {
  /** The vertex digest: stable through a build. */
  readonly id: string;
  /** As BuildKit names it: `[build 2/5] RUN npm ci`. */
  readonly name: string;
  readonly state: BuildStepState;
  /** Milliseconds since 1970. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly error: string | null;
  /** Where the instruction starts in the Dockerfile, from 1; null for the engine's own steps. */
  readonly line: number | null;
  readonly transfers: readonly BuildTransfer[];
};

/** What the builder would have the author know, though the build goes on. */
export type BuildWarning = {
  readonly text: string;
  readonly detail: string;
  /** Where it is explained; only ever https. Null when nowhere. */
  readonly url: string | null;
  /** From 1; null when it is about no line. */
  readonly line: number | null;
};

export type BuildState = {
  readonly phase: BuildPhase;
  readonly contextFiles: number;
  readonly contextBytes: number;
  readonly steps: readonly BuildStep[];
  /** Each once. */
  readonly warnings: readonly BuildWarning[];
  /** Output by step id, newest kept. */
  readonly output: Readonly<Record<string, BuildOutput>>;
};

export type BuildOutput = {
  readonly lines: readonly BuildLogLine[];
  /** Lines that were let go to keep memory bounded, counted from the start. */
  readonly dropped: number;
};

export type BuildReport =
  | { readonly type: 'phase'; readonly phase: BuildPhase }
  | { readonly type: 'context'; readonly files: number; readonly bytes: number }
  | { readonly type: 'step'; readonly step: Omit<BuildStep, 'transfers'> }
  | { readonly type: 'transfer'; readonly step: string; readonly transfer: BuildTransfer }
  | { readonly type: 'output'; readonly step: string; readonly lines: readonly BuildLogLine[] }
  | { readonly type: 'warning'; readonly warning: BuildWarning }
  /** What still waits or runs when the build has ended will never end by itself. */
  | { readonly type: 'settle'; readonly at: number; readonly as: 'cancelled' | 'failed' };

export const MAX_OUTPUT_LINES = 5_000;
const MAX_STEPS = 5_000;
const MAX_TRANSFERS = 200;
const MAX_WARNINGS = 200;

export const buildProgress: Progress<BuildState, BuildReport> = {
  initial: () => ({
    phase: 'context',
    contextFiles: 0,
    contextBytes: 0,
    steps: [],
    warnings: [],
    output: {},
  }),
  reduce(state, report) {
    switch (report.type) {
      case 'phase':
        // The last of the context may be told after the engine has already refused the build.
        return state.phase === 'ended' ? state : { ...state, phase: report.phase };
      case 'context':
        return { ...state, contextFiles: report.files, contextBytes: report.bytes };
      case 'step':
        return { ...state, steps: upsertStep(state.steps, report.step) };
      case 'transfer':
        return {
          ...state,
          steps: state.steps.map((step) =>
            step.id === report.step ? withTransfer(step, report.transfer) : step,
          ),
        };
      case 'output':
        return { ...state, output: withOutput(state.output, report.step, report.lines) };
      case 'warning':
        return { ...state, warnings: withWarning(state.warnings, report.warning) };
      case 'settle':
        return { ...state, phase: 'ended', steps: state.steps.map((step) => settled(step, report)) };
    }
  },
};

function upsertStep(steps: readonly BuildStep[], step: Omit<BuildStep, 'transfers'>): readonly BuildStep[] {
  const at = steps.findIndex((known) => known.id === step.id);
  const known = steps[at];
  if (known) return steps.with(at, { ...step, transfers: known.transfers });
  return steps.length >= MAX_STEPS ? steps : [...steps, { ...step, transfers: [] }];
}

/** BuildKit tells the same warning for every platform and every reading of the file. */
function withWarning(warnings: readonly BuildWarning[], warning: BuildWarning): readonly BuildWarning[] {
  const isKnown = warnings.some(({ text, line }) => text === warning.text && line === warning.line);
  return isKnown || warnings.length >= MAX_WARNINGS ? warnings : [...warnings, warning];
}

function withTransfer(step: BuildStep, transfer: BuildTransfer): BuildStep {
  const at = step.transfers.findIndex((known) => known.id === transfer.id);
  if (at >= 0) return { ...step, transfers: step.transfers.with(at, transfer) };
  return step.transfers.length >= MAX_TRANSFERS
    ? step
    : { ...step, transfers: [...step.transfers, transfer] };
}

function withOutput(
  output: BuildState['output'],
  step: string,
  lines: readonly BuildLogLine[],
): BuildState['output'] {
  const known = Object.hasOwn(output, step) ? output[step] : undefined;
  if (!known && Object.keys(output).length >= MAX_STEPS) return output;
  return { ...output, [step]: appended(known, lines) };
}

function appended(output: BuildOutput | undefined, lines: readonly BuildLogLine[]): BuildOutput {
  const all = output ? [...output.lines, ...lines] : lines;
  const over = Math.max(0, all.length - MAX_OUTPUT_LINES);
  return { lines: over > 0 ? all.slice(over) : all, dropped: (output?.dropped ?? 0) + over };
}

function settled(
  step: BuildStep,
  end: { readonly at: number; readonly as: 'cancelled' | 'failed' },
): BuildStep {
  if (step.state === 'running') return { ...step, state: 'cancelled', endedAt: step.endedAt ?? end.at };
  if (step.state === 'waiting') return { ...step, state: 'cancelled' };
  return end.as === 'cancelled' && step.state === 'failed' ? { ...step, state: 'cancelled' } : step;
}
