import { describe, expect, it } from 'vitest';
import { buildProgress, type BuildState, type BuildStep } from '../../../shared/build-progress.js';
import { countSteps, inOrderOfLines, notableStep, stepDuration, stepName, stepTransfer } from './steps.js';

const step = (id: string, change: Partial<BuildStep> = {}): BuildStep => ({
  id,
  name: `[1/2] RUN ${id}`,
  state: 'done',
  startedAt: 1_000,
  endedAt: 3_500,
  error: null,
  line: null,
  transfers: [],
  ...change,
});

const state = (steps: readonly BuildStep[], output: BuildState['output'] = {}): BuildState => ({
  ...buildProgress.initial(),
  steps,
  output,
});

describe('the name of a step', () => {
  it('comes apart into stage, position and instruction', () => {
    expect(stepName('[build 2/5] RUN npm ci')).toEqual({
      stage: 'build',
      position: '2/5',
      keyword: 'RUN',
      rest: 'npm ci',
    });
    expect(stepName('[2/5] copy package.json .')).toMatchObject({
      stage: null,
      position: '2/5',
      keyword: 'COPY',
    });
  });

  it.each([
    ['[ 2/12] RUN make', { stage: null, position: '2/12', keyword: 'RUN' }],
    ['[build  2/12] RUN make', { stage: 'build', position: '2/12', keyword: 'RUN' }],
    ['[linux/arm64 build 2/5] RUN make', { stage: 'build', position: '2/5', keyword: 'RUN' }],
    ['Step 2/5 : RUN make', { stage: null, position: '2/5', keyword: 'RUN', rest: 'make' }],
  ])('may be written as %s', (name, parts) => {
    expect(stepName(name)).toMatchObject(parts);
  });

  it('of the engine’s own work is left whole', () => {
    expect(stepName('[internal] load .dockerignore')).toMatchObject({
      position: null,
      keyword: '',
      rest: 'load .dockerignore',
    });
    expect(stepName('exporting to image').rest).toBe('exporting to image');
  });

  it('on several lines becomes one', () => {
    expect(stepName('[2/5] RUN apt-get update \\\n   && apt-get install').rest).toBe(
      'apt-get update \\ && apt-get install',
    );
  });
});

describe('the order of steps', () => {
  const orderOf = (...names: readonly string[]): readonly string[] =>
    inOrderOfLines(names.map((name) => step(name, { name }))).map(({ name }) => name);

  it('is that of the lines within a stage, also when the engine tells of its base last', () => {
    expect(
      orderOf(
        'load .dockerignore',
        '[2/3] COPY . .',
        'load build context',
        '[3/3] RUN make',
        '[1/3] FROM alpine',
      ),
    ).toEqual([
      'load .dockerignore',
      '[1/3] FROM alpine',
      'load build context',
      '[2/3] COPY . .',
      '[3/3] RUN make',
    ]);
  });

  it('leaves stages and platforms where they are among each other', () => {
    const told = [
      '[linux/arm64 build  2/12] RUN make',
      '[web 1/2] FROM nginx',
      '[linux/amd64 build  1/12] FROM alpine',
      '[linux/arm64 build  1/12] FROM alpine',
      '[web 2/2] COPY --from=build / /',
      '[linux/amd64 build 12/12] RUN make',
    ];
    const [first, , , last] = told;
    expect(orderOf(...told)).toEqual([last, told[1], told[2], first, told[4], told[5]]);
  });

  it('is as told where no step has a number', () => {
    expect(orderOf('exporting to image', 'load .dockerignore')).toEqual([
      'exporting to image',
      'load .dockerignore',
    ]);
  });
});

describe('the time of a step', () => {
  it('ticks while it runs and stops when it ends', () => {
    expect(stepDuration(step('a', { state: 'running', endedAt: null }), 2_500)).toBe(1_500);
    expect(stepDuration(step('a'), 99_000)).toBe(2_500);
  });

  it('is none for a cached or waiting step, and never negative', () => {
    expect(stepDuration(step('a', { state: 'cached' }), 5_000)).toBeNull();
    expect(stepDuration(step('a', { state: 'waiting', startedAt: null }), 5_000)).toBeNull();
    expect(stepDuration(step('a', { state: 'running', endedAt: null }), 0)).toBe(0);
  });
});

it('counts the Dockerfile’s steps only', () => {
  const steps = [
    step('own', { name: '[internal] load .dockerignore' }),
    step('a', { state: 'cached' }),
    step('b', { state: 'running' }),
  ];
  expect(countSteps(steps)).toEqual({ total: 2, cached: 1, ended: 1 });
  const base = step('base', { name: '[1/3] FROM docker.io/library/alpine:3.20' });
  expect(countSteps([base, ...steps])).toEqual({ total: 2, cached: 1, ended: 1 });
});

describe('the step shown when none is chosen', () => {
  it('is the failed one, then the running one, then the last that said something', () => {
    const [one, two] = [step('one'), step('two')];
    const said = { one: { lines: [], dropped: 0 } };
    expect(notableStep(state([step('x', { state: 'failed' }), step('y', { state: 'running' })]))?.id).toBe(
      'x',
    );
    expect(notableStep(state([step('x', { state: 'running' }), two], said))?.id).toBe('x');
    expect(notableStep(state([one, two], said))?.id).toBe('one');
    expect(notableStep(state([one, two]))?.id).toBe('two');
    expect(notableStep(state([]))).toBeNull();
  });
});

it('adds up transfers of known size, never past their total', () => {
  expect(stepTransfer([])).toBeNull();
  expect(stepTransfer([{ id: 'a', current: 9, total: 0 }])).toBeNull();
  expect(
    stepTransfer([
      { id: 'a', current: 120, total: 100 },
      { id: 'b', current: 10, total: 50 },
    ]),
  ).toEqual({ current: 110, total: 150 });
});
