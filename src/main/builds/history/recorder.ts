/** A build's reports as they come, gathered into what is kept of it. Costs the build next to nothing: nothing is copied. */
import { MAX_OUTPUT_LINES, type BuildLogLine, type BuildReport } from '../../../shared/build-progress.js';
import type { PastStep } from '../../../shared/contract/history.js';
import type { StepLog } from './record.js';

export type Recorder = {
  readonly take: (report: BuildReport) => void;
  readonly steps: () => readonly PastStep[];
  readonly context: () => { readonly files: number; readonly bytes: number };
  /** When the engine had the context, in ms since 1970; null before. */
  readonly sentAt: () => number | null;
  /** What each step said: its last lines, and of all steps together no more than fits. */
  readonly logs: () => readonly StepLog[];
};

const MOST_STEPS = 5_000;
/** Characters of output, over all steps. */
const MOST_OUTPUT = 16 * 1024 * 1024;

type Output = { lines: BuildLogLine[]; dropped: number };
type Kept = { step: Omit<PastStep, 'bytes' | 'lines'>; readonly transfers: Map<string, number> };

/** @param now in ms since 1970 */
export function createRecorder(now: () => number): Recorder {
  const kept = new Map<string, Kept>();
  const outputs = new Map<string, Output>();
  let context = { files: 0, bytes: 0 };
  let sentAt: number | null = null;

  const output = (step: string, lines: readonly BuildLogLine[]): void => {
    const known = outputs.get(step) ?? { lines: [], dropped: 0 };
    outputs.set(step, known);
    for (const line of lines) known.lines.push(line);
    // Twice as many before any are let go: each line is moved once at most.
    if (known.lines.length > 2 * MAX_OUTPUT_LINES) shorten(known, MAX_OUTPUT_LINES);
  };

  const settle = (at: number, as: 'cancelled' | 'failed'): void => {
    for (const one of kept.values()) {
      const { state, endedAt } = one.step;
      if (state === 'running') one.step = { ...one.step, state: 'cancelled', endedAt: endedAt ?? at };
      else if (state === 'waiting' || (as === 'cancelled' && state === 'failed'))
        one.step = { ...one.step, state: 'cancelled' };
    }
  };

  return {
    take(report) {
      switch (report.type) {
        case 'step': {
          const { id, name, state, startedAt, endedAt, error, line } = report.step;
          const step = { id, name, state, startedAt, endedAt, error, line };
          const known = kept.get(id);
          if (known) known.step = step;
          else if (kept.size < MOST_STEPS) kept.set(id, { step, transfers: new Map() });
          return;
        }
        case 'transfer':
          kept.get(report.step)?.transfers.set(report.transfer.id, report.transfer.current);
          return;
        case 'output':
          if (kept.has(report.step)) output(report.step, report.lines);
          return;
        case 'context':
          context = { files: report.files, bytes: report.bytes };
          return;
        case 'phase':
          if (report.phase === 'building') sentAt ??= now();
          return;
        case 'settle':
          settle(report.at, report.as);
          return;
        case 'warning':
          // Of the Dockerfile's text, which is kept: they can be had again.
          return;
      }
    },
    steps: () =>
      [...kept.values()].map(({ step, transfers }) => ({
        ...step,
        bytes: [...transfers.values()].reduce((sum, bytes) => sum + Math.max(0, bytes), 0),
        lines: Math.min(outputs.get(step.id)?.lines.length ?? 0, MAX_OUTPUT_LINES),
      })),
    context: () => context,
    sentAt: () => sentAt,
    logs() {
      let left = MOST_OUTPUT;
      // From the last step back: what a failed build said last is what is looked for.
      const logs = [...outputs].toReversed().map(([step, { lines, dropped }]) => {
        const last = { lines: lines.slice(-MAX_OUTPUT_LINES), dropped };
        last.dropped += lines.length - last.lines.length;
        let fitting = 0;
        for (let at = last.lines.length - 1; at >= 0; at--) {
          left -= (last.lines[at]?.text.length ?? 0) + 1;
          if (left < 0) break;
          fitting++;
        }
        shorten(last, fitting);
        return { step, ...last };
      });
      return logs.toReversed();
    },
  };
}

function shorten(output: Output, most: number): void {
  const over = output.lines.length - most;
  if (over <= 0) return;
  output.lines = output.lines.slice(over);
  output.dropped += over;
}
