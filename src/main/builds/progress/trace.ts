/** BuildKit's trace, message after message, as reports of steps, transfers and output. */
import type {
  BuildLogLine,
  BuildReport,
  BuildStep,
  BuildStepState,
  BuildWarning,
} from '../../../shared/build-progress.js';
import type { Dockerfile } from '../../../shared/dockerfile/syntax.js';
import { createLineCutter, harmless, type LineCutter } from './lines.js';
import { decodeStatus, toMilliseconds, type Vertex, type VertexWarning } from './messages.js';
import { lineOfStep } from './step-line.js';
import { noMask, type TextMask } from './text-mask.js';

export type Trace = {
  /** Takes one message. @throws Error for bytes that are none */
  readonly take: (bytes: Uint8Array) => void;
  /** Sends the output that had no line break yet. */
  readonly end: () => void;
  /** The step that failed first, as it was last told; a cancelled one doesn't count. */
  readonly failed: () => Omit<BuildStep, 'transfers'> | null;
  /** The last lines of a step's output. */
  readonly tail: (step: string) => readonly string[];
};

const TAIL = 40;

/** A vertex is told again whenever it changes, and may open again after it had completed: the last word counts. */
export function createTrace(
  dockerfile: Dockerfile,
  report: (step: BuildReport) => void,
  mask: TextMask = noMask,
): Trace {
  const steps = new Map<string, Omit<BuildStep, 'transfers'>>();
  const cutters = new Map<string, LineCutter>();
  const tails = new Map<string, string[]>();

  const output = (step: string, lines: readonly BuildLogLine[]): void => {
    if (lines.length === 0) return;
    tails.set(step, [...(tails.get(step) ?? []), ...lines.slice(-TAIL).map(({ text }) => text)].slice(-TAIL));
    report({ type: 'output', step, lines });
  };

  return {
    take(bytes) {
      const { vertexes, statuses, logs, warnings } = decodeStatus(bytes);
      for (const vertex of vertexes) {
        const step = toStep(vertex, dockerfile, mask);
        steps.set(step.id, step);
        report({ type: 'step', step });
      }
      for (const { ID, vertex, current, total } of statuses) {
        if (steps.has(vertex))
          report({ type: 'transfer', step: vertex, transfer: { id: ID.slice(0, 200), current, total } });
      }
      for (const warning of warnings) report({ type: 'warning', warning: toWarning(warning, mask) });
      // Together by step: a chatty one says hundreds of things in one message.
      const said = new Map<string, BuildLogLine[]>();
      for (const { vertex, stream, msg } of logs) {
        if (!steps.has(vertex)) continue;
        const cutter = cutters.get(vertex) ?? createLineCutter(mask);
        cutters.set(vertex, cutter);
        const lines = said.get(vertex) ?? [];
        said.set(vertex, lines);
        for (const line of cutter.push(stream === 2 ? 'err' : 'out', msg)) lines.push(line);
      }
      said.forEach((lines, step) => output(step, lines));
    },
    end() {
      for (const [step, cutter] of cutters) output(step, cutter.flush());
    },
    failed: () => [...steps.values()].find(({ state }) => state === 'failed') ?? null,
    tail: (step) => tails.get(step) ?? [],
  };
}

function toStep(vertex: Vertex, dockerfile: Dockerfile, mask: TextMask): Omit<BuildStep, 'transfers'> {
  return {
    id: vertex.digest,
    name: mask.text(vertex.name).slice(0, 4_000),
    state: stateOf(vertex),
    startedAt: vertex.started === null ? null : toMilliseconds(vertex.started),
    endedAt: vertex.completed === null ? null : toMilliseconds(vertex.completed),
    error: vertex.error === '' ? null : mask.text(vertex.error).slice(0, 4_000),
    line: lineOfStep(vertex.name, dockerfile),
  };
}

function toWarning({ short, detail, url, ranges }: VertexWarning, mask: TextMask): BuildWarning {
  const text = (bytes: Uint8Array): string =>
    mask.text(harmless(Buffer.from(bytes).toString('utf8'))).slice(0, 2_000);
  return {
    text: text(short),
    detail: detail.slice(0, 20).map(text).join('\n'),
    url: url.startsWith('https://') ? url.slice(0, 2_000) : null,
    line: ranges[0]?.start?.line ?? null,
  };
}

function stateOf({ error, cached, completed, started }: Vertex): BuildStepState {
  if (error !== '') return /context canceled/i.test(error) ? 'cancelled' : 'failed';
  if (cached) return 'cached';
  if (completed !== null) return 'done';
  return started === null ? 'waiting' : 'running';
}
