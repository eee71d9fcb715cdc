// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  heightOf,
  hostileNames,
  sampleColours,
  textOf,
  wholeSvg,
} from '../../../../../tests/support/picture-check.js';
import type { BuildStep } from '../../../../shared/build-progress.js';
import { timelineOf } from './timeline.js';
import { timelinePicture } from './timeline-picture.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);

const step = (at: number, name: string, more: Partial<BuildStep> = {}): BuildStep => ({
  id: String(at),
  name,
  state: 'done',
  startedAt: START + at * 1_000,
  endedAt: START + at * 1_000 + 1_500,
  error: null,
  line: null,
  transfers: [],
  ...more,
});

function pictureOf(steps: readonly BuildStep[]) {
  return timelinePicture({ name: 'app:1', timeline: timelineOf(steps, 0), label: ({ name }) => name });
}

describe('the timeline as a file', () => {
  it('has each step with its time, the axis, and how long each kind took', () => {
    const picture = pictureOf([step(0, '[1/2] FROM alpine'), step(1, '[2/2] RUN make', { state: 'failed' })]);
    const document = wholeSvg(picture.svg(sampleColours));
    expect(document.title).toBe('Timeline of building app:1');
    const text = textOf(document);
    expect(text).toContain('[2/2] RUN make');
    expect(text).toContain('Run 1.5 s');
    expect(text).toContain('2 steps in 2.5 s');
    expect(document.querySelectorAll(`[stroke="${sampleColours.danger}"]`)).toHaveLength(1);
    expect(document.documentElement.outerHTML).toContain('failed');
  });

  it.each(hostileNames)('keeps %j text', (name) => {
    expect(wholeSvg(pictureOf([step(0, name)]).svg(sampleColours)).querySelectorAll('g')).toHaveLength(1);
  });

  it.each([0, 1, 200, 1_000, 5_000])('of %d steps has a height that can be looked at', (count) => {
    const svg = pictureOf(Array.from({ length: count }, (_, at) => step(at, 'x'.repeat(500)))).svg(
      sampleColours,
    );
    expect(heightOf(wholeSvg(svg))).toBeLessThan(8_000);
    expect(svg.length).toBeLessThan(2_000_000);
  });

  it('has milliseconds and ISO times as a table', () => {
    expect(pictureOf([step(2, '[2/2] COPY . .'), step(0, '[1/2] FROM a')]).rows()).toEqual([
      ['Step', 'Kind', 'From (ms)', 'Time (ms)', 'Started'],
      ['[1/2] FROM a', 'Pull', 0, 1_500, '2026-01-02T03:04:05.000Z'],
      ['[2/2] COPY . .', 'Copy', 2_000, 1_500, '2026-01-02T03:04:07.000Z'],
    ]);
  });
});
