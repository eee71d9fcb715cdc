/** The text of the classic builder, and of Podman's, for engines without BuildKit, as the same reports. */
import type { BuildReport, BuildStep } from '../../../shared/build-progress.js';
import type { Dockerfile } from '../../../shared/dockerfile/syntax.js';
import { createLineCutter } from './lines.js';
import { lineOfStep } from './step-line.js';
import { noMask, type TextMask } from './text-mask.js';

export type ClassicProgress = {
  readonly take: (text: string) => void;
  readonly end: (failed: boolean) => void;
  /** The step that was under way, and the last lines of its output. */
  readonly current: () => Omit<BuildStep, 'transfers'> | null;
  readonly tail: () => readonly string[];
};

const STEP = /^Step \d+\/\d+ : |^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: /;
const CACHED = /^ ---> Using cache|^--> Using cache /;
/** What the builder says about a step, and not the step itself. From `-->` on Buildah's, seen on Podman 4.3. */
const ABOUT =
  /^ ---> |^Removing intermediate container|^Successfully (built|tagged)|^--> [0-9a-f]{11}$|^(?:\[\d+\/\d+\] )?COMMIT |^[0-9a-f]{64}$/;
const TAIL = 40;

export function createClassicProgress(
  dockerfile: Dockerfile,
  report: (step: BuildReport) => void,
  mask: TextMask = noMask,
  now: () => number = Date.now,
): ClassicProgress {
  const cutter = createLineCutter(mask);
  let current: Omit<BuildStep, 'transfers'> | null = null;
  let lastLines: string[] = [];
  let count = 0;

  const change = (step: Omit<BuildStep, 'transfers'>): void => {
    current = step;
    report({ type: 'step', step });
  };
  const finish = (failed: boolean): void => {
    if (current?.state === 'running')
      change({ ...current, state: failed ? 'failed' : 'done', endedAt: now() });
  };
  const line = (text: string): void => {
    if (STEP.test(text)) {
      finish(false);
      lastLines = [];
      count++;
      change({
        id: `step-${count}`,
        name: text,
        state: 'running',
        startedAt: now(),
        endedAt: null,
        error: null,
        line: lineOfStep(text, dockerfile),
      });
    } else if (CACHED.test(text) && current) {
      change({ ...current, state: 'cached', endedAt: now() });
    } else if (current && text !== '' && !ABOUT.test(text)) {
      lastLines = [...lastLines, text].slice(-TAIL);
      report({ type: 'output', step: current.id, lines: [{ stream: 'out', text }] });
    }
  };

  return {
    take: (text) => cutter.push('out', Buffer.from(text)).forEach(({ text: one }) => line(one)),
    end(failed) {
      cutter.flush().forEach(({ text }) => line(text));
      finish(failed);
    },
    current: () => current,
    tail: () => lastLines,
  };
}
