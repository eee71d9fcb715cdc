import { describe, expect, it } from 'vitest';
import type { Forecast, ForecastStep } from '../../../../shared/contract/forecast.js';
import { bandWeight, fatePhrase, scorePhrase, summaryPhrase } from './forecast-words.js';

const step = (more: Partial<ForecastStep> = {}): ForecastStep => ({
  line: 2,
  endLine: 2,
  keyword: 'RUN',
  text: 'RUN make',
  stage: 0,
  fate: 'rerun',
  reason: 'files',
  ms: 1_000,
  changed: [],
  ...more,
});
const forecast = (steps: readonly ForecastStep[], more: Partial<Forecast> = {}): Forecast => ({
  steps,
  files: [],
  ms: 12_000,
  isFirst: false,
  score: { right: 0, steps: 0, builds: 0 },
  ...more,
});

describe('a forecast in words', () => {
  it('counts what runs, without base images, and says how long it takes where that is known', () => {
    const steps = [step({ keyword: 'FROM' }), step(), step({ fate: 'reused', reason: null })];
    expect(summaryPhrase(forecast(steps))).toBe('1 of 2 steps will run, about 12 s.');
    expect(summaryPhrase(forecast(steps, { ms: null }))).toBe('1 of 2 steps will run.');
    expect(summaryPhrase(forecast([step({ fate: 'reused', reason: null })]))).toBe(
      'Everything will be reused.',
    );
  });

  it('names the files that are to blame, a few of them', () => {
    expect(fatePhrase(step({ changed: ['a'] }))).toBe('Runs: a changed');
    expect(fatePhrase(step({ changed: ['a', 'b', 'c', 'd'] }))).toBe('Runs: a, b and 2 more changed');
  });

  it('says how often it was right, once it was tried', () => {
    expect(scorePhrase(forecast([]))).toBe('');
    expect(scorePhrase(forecast([], { score: { right: 1_999, steps: 2_000, builds: 60 } }))).toBe(
      'Right on 1,999 of 2,000 steps in 60 builds.',
    );
  });

  it('draws the longest step highest, and one that took no time not at all', () => {
    expect(bandWeight(step({ ms: 5_000 }), 5_000)).toBe(1);
    expect(bandWeight(step({ ms: 0 }), 5_000)).toBe(0);
    expect(bandWeight(step({ ms: null }), 0)).toBe(0);
  });
});
