/** What a build teaches: what came of its steps, how long they took, and how much of the forecast came true. Pure. */
import type { BuildStep } from '../../../shared/build-progress.js';
import {
  habitOf,
  settleBuild,
  type Experience,
  type Fate,
  type KeyedStep,
} from '../../../shared/dockerfile/forecast.js';
import type { PlannedStep } from '../../../shared/dockerfile/plan.js';
import type { TakenIn } from './inputs.js';
import { nothingLearnt, type Lessons } from './memory.js';

/** A step of a build that has ended. */
export type EndedStep = Pick<BuildStep, 'line' | 'state' | 'startedAt' | 'endedAt'>;

/** The lessons as they count at an engine: times and digests hold anywhere, what an engine has in its cache only there. */
export function lessonsAt(lessons: Lessons | null, engine: string): Lessons {
  if (lessons === null) return nothingLearnt(engine);
  if (lessons.engine === engine) return lessons;
  const { engine: other, results, copies } = lessons;
  const own = lessons.elsewhere.find((one) => one.engine === engine);
  return {
    ...lessons,
    engine,
    results: own?.results ?? [],
    copies: own?.copies ?? [],
    elsewhere: [
      ...lessons.elsewhere.filter((one) => one.engine !== engine),
      { engine: other, results, copies },
    ],
  };
}

export function experienceOf(lessons: Lessons): Experience {
  return { ...mapsOf(lessons), latest: lessons.latest };
}

/** @param foretold the steps of `plan` as they were forecast, from the same lessons and inputs */
export function learnt(
  lessons: Lessons,
  plan: readonly PlannedStep[],
  taken: TakenIn,
  foretold: readonly KeyedStep[],
  all: readonly EndedStep[],
): Lessons {
  const { results, copies, habits, times } = mapsOf(lessons);
  const settled = settleBuild(plan, taken, experienceOf(lessons), (step) => fateOf(endedOf(step, all)));
  let { right, steps } = lessons.score;
  for (const [at, step] of settled.entries()) {
    const actual = endedOf(step.step, all);
    if (!actual) continue;
    // Again at the end: the oldest are let go first.
    results.delete(step.key);
    results.set(step.key, step.result);
    if (step.copyKey !== null) {
      // What counts is whether it stayed the same although the stage that it copies from ran again.
      if (copies.has(step.copyKey) && step.sources.some(({ fate }) => fate === 'rerun')) {
        const habit = habitOf(step.step, step.sources, lessons.latest);
        habits.delete(habit);
        habits.set(habit, step.fate === 'reused');
      }
      copies.set(step.copyKey, step.result);
    }
    // Which image FROM stands for is no forecast.
    if (step.step.keyword === 'FROM') continue;
    steps++;
    if (foretold[at]?.fate === step.fate) right++;
    if (step.fate === 'rerun' && actual.startedAt !== null && actual.endedAt !== null)
      times.set(step.step.text, Math.round(actual.endedAt - actual.startedAt));
  }
  return {
    ...lessons,
    results: [...results],
    copies: [...copies],
    habits: [...habits],
    times: [...times],
    latest: settled.map(({ remembered }) => remembered),
    digests: [...taken.digests].map(([path, { stamp, digest }]) => [path, stamp, digest]),
    score: { right, steps, builds: lessons.score.builds + 1 },
  };
}

const mapsOf = ({ results, copies, habits, times }: Lessons) => ({
  results: new Map(results),
  copies: new Map(copies),
  habits: new Map(habits),
  times: new Map(times),
});

const fateOf = (step: EndedStep | undefined): Fate | null =>
  step ? (step.state === 'cached' ? 'reused' : 'rerun') : null;

/** The step of the build, if it came to a good end. */
const endedOf = ({ line }: PlannedStep, all: readonly EndedStep[]): EndedStep | undefined =>
  all.find((step) => step.line === line && (step.state === 'cached' || step.state === 'done'));
