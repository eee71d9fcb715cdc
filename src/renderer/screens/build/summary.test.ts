import { describe, expect, it } from 'vitest';
import { buildProgress, type BuildState, type BuildStepState } from '../../../shared/build-progress.js';
import type { JobSummary } from '../../../shared/contract/jobs.js';
import { headline, stepsPhrase } from './summary.js';

const withSteps = (...states: readonly BuildStepState[]): BuildState => ({
  ...buildProgress.initial(),
  phase: 'building',
  steps: states.map((state, at) => ({
    id: String(at),
    name: `[${at + 1}/${states.length}] RUN true`,
    state,
    startedAt: null,
    endedAt: null,
    error: null,
    line: null,
    transfers: [],
  })),
});

const job: JobSummary = {
  id: 'a',
  call: 'builds.run',
  title: 'Build app',
  status: 'running',
  cancelling: false,
  engine: { address: 'unix:///a', origin: 'default' },
  startedAt: 0,
};

it('counts what ended while a build runs, and what was cached when it is over', () => {
  const state = withSteps('cached', 'done', 'running', 'waiting');
  expect(stepsPhrase(state, true)).toBe('2 of 4 steps, 1 cached');
  expect(stepsPhrase(state, false)).toBe('1 of 4 steps cached');
  expect(stepsPhrase(withSteps('done'), false)).toBe('0 of 1 step cached');
  expect(stepsPhrase(buildProgress.initial(), true)).toBe('');
});

describe('the headline', () => {
  it('tells the phases of a running build apart', () => {
    expect(headline(job, buildProgress.initial(), 'app:1')).toMatch(/folder/);
    expect(headline(job, withSteps('running'), 'app:1')).toBe('Building app:1');
    expect(headline({ ...job, cancelling: true }, withSteps('running'), 'app:1')).toBe('Cancelling…');
  });

  it('never calls a build that failed or was cancelled built', () => {
    for (const status of ['failed', 'cancelled'] as const)
      expect(headline({ ...job, status }, withSteps('failed'), 'app:1')).toContain('was not built');
    expect(headline({ ...job, status: 'done' }, withSteps('done'), 'app:1')).toBe('Built app:1');
  });
});
