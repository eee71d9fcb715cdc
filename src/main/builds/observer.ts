/** Who follows builds from beside: each is told of every build as it goes, and of how it ended. None can hold one up. */
import type { BuildReport } from '../../shared/build-progress.js';
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { BuildOutcome } from '../../shared/contract/builds.js';
import type { JobRun } from '../../shared/contract/define.js';

/** How a build ended: what came of it, or the error that it was refused or ended with. */
export type BuildEnd =
  { readonly ok: true; readonly outcome: BuildOutcome } | { readonly ok: false; readonly error: unknown };

/** What is told of one build. */
export type BuildWatch = {
  readonly report: (step: BuildReport) => void;
  readonly ended: (end: BuildEnd) => void;
};

/** Called when a build is about to start. */
export type BuildObserver = (options: BuildOptions, id: string) => BuildWatch;

/** Runs a build with observers. What they throw goes to `log`. */
export async function observed(
  observers: readonly BuildObserver[],
  options: BuildOptions,
  run: JobRun<BuildReport>,
  build: (run: JobRun<BuildReport>) => Promise<BuildOutcome>,
  log: (message: string, error: unknown) => void,
): Promise<BuildOutcome> {
  const safely = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      log('a build could not be followed', error);
    }
  };
  const watches: BuildWatch[] = [];
  for (const observer of observers) safely(() => watches.push(observer(options, run.id)));
  const end = (end: BuildEnd): void => watches.forEach((watch) => safely(() => watch.ended(end)));
  try {
    const outcome = await build({
      ...run,
      report(step) {
        run.report(step);
        for (const watch of watches) safely(() => watch.report(step));
      },
    });
    end({ ok: true, outcome });
    return outcome;
  } catch (error) {
    end({ ok: false, error });
    throw error;
  }
}
