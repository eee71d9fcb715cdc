/** A forecast in words. Pure. */
import type { Forecast, ForecastStep } from '../../../../shared/contract/forecast.js';
import { formatDuration } from '../../../../shared/units.js';

/** Why a step will run, in a sentence; that it is reused, for the others. */
export function fatePhrase({ fate, reason, changed }: ForecastStep): string {
  if (fate === 'reused' || reason === null) return 'Reused';
  switch (reason) {
    case 'ignored':
      return 'Runs: the cache is ignored';
    case 'above':
      return 'Runs: what it stands on runs';
    case 'source':
      return 'Runs: the stage it copies from runs';
    case 'base':
      return 'Runs: the base image is another one';
    case 'files':
      return `Runs: ${filesPhrase(changed)}`;
    case 'arguments':
      return 'Runs: its arguments or variables changed';
    case 'instruction':
      return 'Runs: the line changed';
    case 'new':
      return 'Runs: never built here before';
  }
}

function filesPhrase(changed: readonly string[]): string {
  const [first, second, ...more] = changed;
  if (first === undefined) return 'its files changed';
  if (second === undefined) return `${first} changed`;
  return more.length === 0
    ? `${first} and ${second} changed`
    : `${first}, ${second} and ${more.length} more changed`;
}

/** All of it in a sentence: “3 of 12 steps will run, about 12 s.” */
export function summaryPhrase({ steps, ms, isFirst }: Forecast): string {
  const counted = steps.filter(({ keyword }) => keyword !== 'FROM');
  const runs = counted.filter(({ fate }) => fate === 'rerun').length;
  if (counted.length === 0) return 'Nothing is built here but what the base image has.';
  if (isFirst) return 'Nothing of this project was built here yet, so every step will run.';
  if (runs === 0) return 'Everything will be reused.';
  const time = ms === null ? '' : `, about ${formatDuration(ms)}`;
  return `${runs} of ${counted.length} ${counted.length === 1 ? 'step' : 'steps'} will run${time}.`;
}

/** How often it came true so far; empty while nothing is known of that. */
export function scorePhrase({ score: { right, steps, builds } }: Forecast): string {
  if (steps === 0) return '';
  return `Right on ${right.toLocaleString('en')} of ${steps.toLocaleString('en')} steps in ${builds.toLocaleString('en')} ${builds === 1 ? 'build' : 'builds'}.`;
}

/** How high a step's band stands, 0 to 1: by the logarithm of its time, as bands of layers by that of their size. */
export function bandWeight({ ms }: ForecastStep, longest: number): number {
  const weight = (time: number): number => Math.log2(1 + time / 100);
  return longest <= 0 ? 0 : weight(ms ?? 0) / weight(longest);
}
