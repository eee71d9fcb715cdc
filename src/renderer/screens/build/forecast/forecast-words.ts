/** A forecast in words. Pure. */
import type { Forecast, ForecastStep } from '../../../../shared/contract/forecast.js';
import { formatDuration } from '../../../../shared/units.js';
import { say } from '../../../../shared/words/index.js';

/** Why a step will run, in a sentence; that it is reused, for the others. */
export function fatePhrase({ fate, reason, changed }: ForecastStep): string {
  if (fate === 'reused' || reason === null) return say('forecast.reused');
  return reason === 'files' ? filesPhrase(changed) : say(`forecast.runs.${reason}`);
}

function filesPhrase(changed: readonly string[]): string {
  const [first, second, ...more] = changed;
  if (first === undefined) return say('forecast.runs.files');
  if (second === undefined) return say('forecast.runs.oneFile', { first });
  return more.length === 0
    ? say('forecast.runs.twoFiles', { first, second })
    : say('forecast.runs.moreFiles', { first, second, count: more.length });
}

/** All of it in a sentence: “3 of 12 steps will run, about 12 s.” */
export function summaryPhrase({ steps, ms, isFirst }: Forecast): string {
  const counted = steps.filter(({ keyword }) => keyword !== 'FROM');
  const runs = counted.filter(({ fate }) => fate === 'rerun').length;
  if (counted.length === 0) return say('forecast.summary.nothing');
  if (isFirst) return say('forecast.summary.first');
  if (runs === 0) return say('forecast.summary.reused');
  const total = counted.length;
  return ms === null
    ? say('forecast.summary.runs', { runs, total })
    : say('forecast.summary.runsFor', { runs, total, time: formatDuration(ms) });
}

/** How often it came true so far; empty while nothing is known of that. */
export const scorePhrase = ({ score }: Forecast): string =>
  score.steps === 0 ? '' : say('forecast.score', score);

/** How high a step's band stands, 0 to 1: by the logarithm of its time, as bands of layers by that of their size. */
export function bandWeight({ ms }: ForecastStep, longest: number): number {
  const weight = (time: number): number => Math.log2(1 + time / 100);
  return longest <= 0 ? 0 : weight(ms ?? 0) / weight(longest);
}
