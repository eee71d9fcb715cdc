// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  heightOf,
  hostileNames,
  sampleColours,
  textOf,
  wholeSvg,
} from '../../../../../tests/support/picture-check.js';
import type { TrendPoint } from '../../../../shared/contract/history.js';
import { timed, trendPicture } from './trend-picture.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const MB = 1_000_000;

const point = (at: number, more: Partial<TrendPoint> = {}): TrendPoint => ({
  id: String(at),
  startedAt: START + at * 60_000,
  endedAt: START + at * 60_000 + 2_000,
  outcome: 'done',
  steps: 4,
  cached: 3,
  imageName: 'app:1',
  imageSize: 7 * MB,
  ...more,
});

const pictureOf = (points: readonly TrendPoint[], folder = 'app') =>
  trendPicture({ folder, points: timed(points) });
const drawn = (...given: Parameters<typeof pictureOf>): Document =>
  wholeSvg(pictureOf(...given).svg(sampleColours));

describe('the trend as a file', () => {
  it('has a column a build, with what was cached, and the image’s size below', () => {
    const document = drawn([point(0), point(1, { outcome: 'failed', imageSize: null })]);
    expect(document.title).toBe('Builds of app');
    const text = textOf(document);
    expect(text).toContain('2 builds, the oldest first');
    expect(text).toContain('7 MB');
    expect(text).toContain('not done');
    const titles = [...document.querySelectorAll('g > title')].map(({ textContent }) => textContent);
    expect(titles[0]).toContain('Done, 2.0 s, 3 of 4 cached, 7 MB');
    expect(titles[1]).toContain('Failed, 2.0 s, 3 of 4 cached');
  });

  it('leaves the sizes out where none is known, and builds whose end nobody saw', () => {
    const document = drawn([point(0, { imageSize: null }), point(1, { endedAt: null })]);
    expect(textOf(document)).not.toContain('Image size');
    expect(document.querySelectorAll('g > title')).toHaveLength(1);
  });

  it('keeps within its frame, with one build, none, and many', () => {
    for (const count of [0, 1, 50, 2_000]) {
      const document = drawn(Array.from({ length: count }, (_, at) => point(at)));
      expect(heightOf(document)).toBeLessThan(600);
      const ends = [...document.querySelectorAll('rect')].map(
        (rect) => Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')),
      );
      expect(Math.max(...ends)).toBeLessThanOrEqual(960);
    }
  });

  it.each(hostileNames)('keeps %j text', (name) => {
    expect(drawn([point(0)], name).querySelectorAll('g > title')).toHaveLength(1);
  });

  it('has raw numbers and ISO times as a table', () => {
    expect(pictureOf([point(0), point(1, { imageSize: null, imageName: 'a\u202eb' })]).rows()).toEqual([
      ['Started', 'Outcome', 'Duration (ms)', 'Cached steps', 'Steps', 'Image size (bytes)', 'Image'],
      ['2026-01-02T03:04:05.000Z', 'Done', 2_000, 3, 4, 7 * MB, 'app:1'],
      ['2026-01-02T03:05:05.000Z', 'Done', 2_000, 3, 4, null, String.raw`a\u202eb`],
    ]);
  });
});
