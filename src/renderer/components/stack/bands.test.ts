import { describe, expect, it } from 'vitest';
import type { ImageStep } from '../../../shared/contract/images.js';
import { bandsOf, usersPhrase } from './bands.js';

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
    expect(bandsOf(steps, null).map(({ step: { index } }) => index)).toEqual([3, 2, 0]);
  });

  it('fill the whole height, larger ones higher, and an empty layer still shows', () => {
    const [top, middle, base] = bandsOf(steps, null).map(({ height }) => height);
    expect(top! + middle! + base!).toBeCloseTo(1);
    expect(top).toBeGreaterThan(base!);
    expect(middle).toBeGreaterThan(0.02);
  });

  it('tell what is not known yet from what nobody shares', () => {
    expect(bandsOf(steps, null)[0]?.users).toBeNull();
    expect(bandsOf(steps, { 'sha256:0': ['app:1'] }).map(({ users }) => users)).toEqual([[], [], ['app:1']]);
  });

  it('of an image without layers are none', () => expect(bandsOf([step(0, 0, null)], {})).toEqual([]));
});

describe('who stands on a layer', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  ])('%j reads “%s”', (users, phrase) => expect(usersPhrase(users)).toBe(phrase));
});
