import { describe, expect, it } from 'vitest';
import type { BuildStep } from '../../../../shared/build-progress.js';
import { kindOf, ticksOf, timelineOf } from './timeline.js';

const step = (
  name: string,
  startedAt: number | null,
  endedAt: number | null,
  more: Partial<BuildStep> = {},
): BuildStep => ({
  id: name,
  name,
  state: endedAt === null ? 'running' : 'done',
  startedAt,
  endedAt,
  error: null,
  line: null,
  transfers: [],
  ...more,
});

describe('the kind of work a step is', () => {
  it.each([
    ['[internal] load build context', 'transfer'],
    ['[internal] load .dockerignore', 'transfer'],
    ['[internal] load metadata for docker.io/library/alpine:3.20', 'pull'],
    ['[build 1/5] FROM docker.io/library/alpine:3.20', 'pull'],
    ['[build 5/5] RUN make', 'run'],
    ['[2/3] WORKDIR /app', 'copy'],
    ['exporting to image', 'export'],
    ['something new', 'other'],
  ])('%s is %s', (name, kind) => expect(kindOf({ name })).toBe(kind));
});

describe('a timeline', () => {
  it('counts what runs side by side once, and each kind by itself', () => {
    const { bars, ms, totals } = timelineOf(
      [
        step('[b 2/2] RUN two', 1_500, 4_000),
        step('[a 2/2] RUN one', 1_000, 3_000),
        step('[internal] load build context', 1_000, 1_200),
        step('[c 2/2] RUN later', 6_000, 7_000),
        step('[c 1/2] COPY x', null, null, { state: 'waiting' }),
        step('[d 1/2] RUN cached', 1_000, 1_000, { state: 'cached' }),
      ],
      9_000,
    );
    expect(bars.map(({ from }) => from)).toEqual([0, 0, 500, 5_000]);
    expect(ms).toBe(6_000);
    expect(totals).toEqual([
      { kind: 'transfer', ms: 200 },
      { kind: 'run', ms: 4_000 },
    ]);
  });

  it('grows while a step runs, and is empty before any has', () => {
    expect(timelineOf([step('[1/2] RUN x', 1_000, null)], 4_000).ms).toBe(3_000);
    expect(timelineOf([], 4_000)).toEqual({ bars: [], totals: [], ms: 0 });
  });

  it('has a few round ticks, whatever its length', () => {
    expect(ticksOf(0)).toEqual([0]);
    expect(ticksOf(4_200)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
    for (const ms of [1, 70, 999, 61_000, 3_600_000]) expect(ticksOf(ms).length).toBeLessThanOrEqual(7);
  });
});
