import { describe, expect, it } from 'vitest';
import { buildProgress, MAX_OUTPUT_LINES, type BuildReport, type BuildStep } from './build-progress.js';

const fold = (...reports: BuildReport[]) =>
  reports.reduce((state, report) => buildProgress.reduce(state, report), buildProgress.initial());

const step = (fields: Partial<Omit<BuildStep, 'transfers'>> = {}): BuildReport => ({
  type: 'step',
  step: {
    id: 'a',
    name: '[1/2] RUN make',
    state: 'running',
    startedAt: 5,
    endedAt: null,
    error: null,
    line: 3,
    ...fields,
  },
});
const transfer = (id: string, current: number): BuildReport => ({
  type: 'transfer',
  step: 'a',
  transfer: { id, current, total: 10 },
});
const output = (id: string, ...texts: string[]): BuildReport => ({
  type: 'output',
  step: id,
  lines: texts.map((text) => ({ stream: 'out', text })),
});

describe('the progress of a build', () => {
  it('keeps each warning once', () => {
    const warning = { text: 'w', detail: '', url: null, line: 2 };
    const other = { ...warning, line: 3 };
    const state = fold(
      { type: 'warning', warning },
      { type: 'warning', warning: other },
      { type: 'warning', warning },
    );
    expect(state.warnings).toEqual([warning, other]);
  });

  it('begins with the context, whose size grows', () => {
    expect(fold({ type: 'context', files: 2, bytes: 30 })).toMatchObject({
      phase: 'context',
      contextFiles: 2,
      contextBytes: 30,
    });
    expect(fold({ type: 'phase', phase: 'building' }).phase).toBe('building');
  });

  it('keeps a step in its place as it changes, with its transfers', () => {
    const state = fold(
      step(),
      step({ id: 'b', state: 'waiting' }),
      transfer('layer', 3),
      transfer('layer', 7),
      step({ state: 'done', endedAt: 9 }),
    );
    expect(state.steps.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(state.steps[0]).toMatchObject({
      state: 'done',
      endedAt: 9,
      transfers: [{ id: 'layer', current: 7, total: 10 }],
    });
  });

  it('lets a step that had completed open again', () => {
    expect(fold(step({ state: 'done', endedAt: 9 }), step()).steps[0]).toMatchObject({
      state: 'running',
      endedAt: null,
    });
  });

  it('keeps output by step', () => {
    const state = fold(step(), output('a', 'one'), output('b', 'other'), output('a', 'two'));
    expect(state.output.a?.lines.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(state.output.b?.lines.map(({ text }) => text)).toEqual(['other']);
  });

  it('lets the oldest output go and counts it', () => {
    const texts = Array.from({ length: MAX_OUTPUT_LINES }, (_, at) => `line ${at}`);
    const kept = fold(output('a', ...texts), output('a', 'more', 'last')).output.a;
    expect(kept).toMatchObject({ dropped: 2 });
    expect(kept?.lines.length).toBe(MAX_OUTPUT_LINES);
    expect(kept?.lines[0]?.text).toBe('line 2');
    expect(kept?.lines.at(-1)?.text).toBe('last');
  });

  it('stays bounded in steps, transfers and outputs, whatever arrives', () => {
    const steps = Array.from({ length: 6_000 }, (_, at) => step({ id: `s${at}` }));
    expect(fold(...steps).steps.length).toBeLessThanOrEqual(5_000);
    const transfers = Array.from({ length: 300 }, (_, at) => transfer(`t${at}`, 1));
    expect(fold(step(), ...transfers).steps[0]?.transfers.length).toBeLessThanOrEqual(200);
  });

  it('takes any text as a step’s id', () => {
    const kept = fold(
      output('__proto__', 'x'),
      output('constructor', 'y'),
      output('constructor', 'z'),
    ).output;
    expect(Object.entries(kept).map(([id, { lines }]) => [id, lines.length])).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  it('ends what would never end by itself, and leaves what has ended', () => {
    const reports = [
      step({ id: 'done', state: 'done', endedAt: 8 }),
      step({ id: 'failed', state: 'failed', endedAt: 8 }),
      step({ id: 'running' }),
      step({ id: 'waiting', state: 'waiting', startedAt: null }),
    ];
    const failed = fold(...reports, { type: 'settle', at: 20, as: 'failed' });
    expect(failed.phase).toBe('ended');
    expect(failed.steps.map(({ state, endedAt }) => [state, endedAt])).toEqual([
      ['done', 8],
      ['failed', 8],
      ['cancelled', 20],
      ['cancelled', null],
    ]);
    const cancelled = fold(...reports, { type: 'settle', at: 20, as: 'cancelled' });
    expect(cancelled.steps[1]?.state).toBe('cancelled');
  });

  it('is ended for good: what is told after that changes no phase', () => {
    const state = fold({ type: 'settle', at: 1, as: 'failed' }, { type: 'phase', phase: 'building' });
    expect(state.phase).toBe('ended');
  });
});
