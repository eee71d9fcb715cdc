import { describe, expect, it } from 'vitest';
import type { ImageStep, LayerSharing } from '../../../shared/contract/images.js';
import { bandsOf, bandTitle, tellSharing, usersPhrase } from './bands.js';

const step = (index: number, size: number, diffId: string | null = `sha256:${index}`): ImageStep => ({
  index,
  diffId,
  size,
  instruction: `RUN ${index}`,
  createdBy: '',
  comment: '',
  created: 0,
});

describe('the bands of an image', () => {
  const steps = [step(0, 5_000_000), step(1, 0, null), step(2, 0), step(3, 80_000_000)];

  it('are its layers, the base at the bottom, settings left out', () => {
    expect(bandsOf(steps, tellSharing(null)).map(({ step: { index } }) => index)).toEqual([3, 2, 0]);
  });

  it('fill the whole height, larger ones higher, and an empty layer still shows', () => {
    const [top, middle, base] = bandsOf(steps, tellSharing(null)).map(({ height }) => height);
    expect(top! + middle! + base!).toBeCloseTo(1);
    expect(top).toBeGreaterThan(base!);
    expect(middle).toBeGreaterThan(0.02);
  });

  it('tell what is not known yet from what nobody shares', () => {
    const told = (sharing: LayerSharing | null) => {
      const telling = tellSharing(sharing);
      return { key: telling.key, notes: bandsOf(steps, telling).map(({ note }) => note) };
    };
    expect(told(null)).toEqual({ key: null, notes: [null, null, null] });
    expect(told({ 'sha256:0': ['app:1'] })).toEqual({
      key: { plain: 'only here', hatched: 'shared' },
      notes: ['in no other image', 'in no other image', 'shared with app:1'],
    });
  });

  it('say in words what they are', () => {
    const [top] = bandsOf(steps, tellSharing({ 'sha256:3': ['app:1'] }));
    expect(bandTitle(top!)).toBe('RUN 3, 80 MB, shared with app:1');
  });

  it('of an image without layers are none', () =>
    expect(bandsOf([step(0, 0, null)], tellSharing({}))).toEqual([]));
});

describe('who stands on a layer', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
    [['a\u202eb'], String.raw`a\u202eb`],
  ])('%j reads “%s”', (users, phrase) => expect(usersPhrase(users)).toBe(phrase));
});
