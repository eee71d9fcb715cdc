/** How far the work has come, for the taskbar or dock. Knows no electron. */
import { jobFar } from '../../shared/job-progress.js';

export type RunningJob = { readonly call: string; readonly state: unknown };

/** Nothing runs. */
const NOTHING = -1;
/** Something runs, and nobody knows how far it is: beyond 1, as Electron reads it. */
const UNKNOWN = 2;
const EVERY_MS = 500;

/** From 0 to 1 over all that runs, each job counting alike, or one of the two values above. */
export function workDone(running: readonly RunningJob[]): number {
  if (running.length === 0) return NOTHING;
  const known = running.map(({ call, state }) => jobFar(call, state)).filter(({ total }) => total > 0);
  if (known.length === 0) return UNKNOWN;
  const sum = known.reduce((done, { current, total }) => done + Math.min(1, current / total), 0);
  return sum / known.length;
}

/** The answer is to be called when a job starts or ends; in between it looks by itself, and only then. */
export function createTaskbar(
  running: () => readonly RunningJob[],
  show: (progress: number) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let shown = NOTHING;
  const look = (): void => {
    clearTimeout(timer);
    const progress = workDone(running());
    if (progress !== shown) show(progress);
    shown = progress;
    timer = progress === NOTHING ? undefined : setTimeout(look, EVERY_MS).unref();
  };
  return look;
}
