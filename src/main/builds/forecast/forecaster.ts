/** Tells what a build will reuse before it runs, and learns from each build what came true. */
import type { BuildOptions } from '../../../shared/contract/build-options.js';
import type { Forecast } from '../../../shared/contract/forecast.js';
import { expectedTime, forecastBuild, type Ignored } from '../../../shared/dockerfile/forecast.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { planBuild } from '../../../shared/dockerfile/plan.js';
import type { Dockerfile } from '../../../shared/dockerfile/syntax.js';
import type { EngineService } from '../../engine/index.js';
import { openContext } from '../context/walk.js';
import { readDockerfile } from '../dockerfile/index.js';
import { takeIn, type TakenIn } from './inputs.js';
import { experienceOf, learnt, lessonsAt, type EndedStep } from './lessons.js';
import type { ForecastMemory, Lessons } from './memory.js';

export type Forecaster = {
  /** @param edited a path of the context that is taken to have changed. @throws FailureError as reading the project does */
  readonly forecast: (options: BuildOptions, edited: string | null) => Promise<Forecast>;
  /** Takes in how a build has gone. Nobody should wait for it: it reads every file that is copied. @throws FailureError as above */
  readonly learn: (options: BuildOptions, steps: readonly EndedStep[]) => Promise<void>;
};

const MOST_CHANGED = 50;
const MOST_FILES = 2_000;

export function createForecaster(engine: EngineService, memory: ForecastMemory): Forecaster {
  // One after another a project: each reads what the one before has learnt.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  const look = async (options: BuildOptions, edited: string | null) => {
    const { address } = engine.status().endpoint;
    const { text, path } = await readDockerfile(options.folder, options.dockerfile);
    const file = parseDockerfile(text);
    const plan = planBuild(file, options);
    const lessons = lessonsAt(await memory.read(options.folder, options.dockerfile), address);
    const taken = await takeIn(plan, {
      engine,
      folder: options.folder,
      context: await openContext(options.folder, path),
      known: new Map(lessons.digests.map(([name, stamp, digest]) => [name, { stamp, digest }])),
      edited,
    });
    const steps = forecastBuild(plan, taken, experienceOf(lessons), ignoredOf(file, options));
    return { address, lessons, plan, taken, steps };
  };

  return {
    forecast: (options, edited) =>
      inTurn(async () => {
        const { lessons, taken, steps } = await look(options, edited);
        return {
          steps: steps.map((step, at) => ({
            line: step.step.line,
            endLine: step.step.endLine,
            keyword: step.step.keyword,
            text: step.step.text,
            stage: step.step.stage,
            fate: step.fate,
            reason: step.reason,
            ms: step.ms,
            changed: step.reason === 'files' ? changedFiles(lessons, taken, at, edited) : [],
          })),
          files: [...taken.digests.keys()].sort().slice(0, MOST_FILES),
          ms: expectedTime(steps),
          isFirst: lessons.score.builds === 0,
          score: lessons.score,
        };
      }),
    learn: (options, ended) =>
      inTurn(async () => {
        const { address, plan, taken, steps } = await look(options, null);
        await memory.change(options.folder, options.dockerfile, (known) =>
          learnt(lessonsAt(known, address), plan, taken, steps, ended),
        );
      }),
  };
}

function ignoredOf(file: Dockerfile, { ignoreCache, ignoreCacheOf }: BuildOptions): Ignored {
  if (!ignoreCache) return 'nothing';
  if (ignoreCacheOf === undefined) return 'everything';
  const stage = file.stages.find(({ name }) => name === ignoreCacheOf.toLowerCase());
  return stage ? { stage: stage.index } : 'nothing';
}

/** The files of a step that are not what they were in the latest build. */
function changedFiles(
  { digests: before }: Lessons,
  { digests, files }: TakenIn,
  at: number,
  edited: string | null,
): readonly string[] {
  const known = new Map(before.map(([path, , digest]) => [path, digest]));
  const taken = files[at] ?? [];
  return taken
    .filter((path) => path === edited || known.get(path) !== digests.get(path)?.digest)
    .slice(0, MOST_CHANGED);
}
