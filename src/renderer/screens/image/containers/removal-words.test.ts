import { describe, expect, it } from 'vitest';
import { sampleContainer } from '../../../../../tests/support/sample-containers.js';
import { sampleDigest, sampleStep } from '../../../../../tests/support/sample-images.js';
import { removalOf } from './removal-words.js';

const steps = [
  sampleStep(0, 'ADD a /', 5_000_000),
  sampleStep(1, 'RUN b', 200_000),
  sampleStep(2, 'CMD c', null),
];
const image = { names: 1, steps, sharing: { [sampleDigest(4096)]: ['alpine:3.20'] } };
const free = { containers: [], count: 0, running: 0, above: [] };
const made = (...names: readonly string[]) => ({
  ...free,
  containers: names.map((name, at) => sampleContainer(at, { name })),
  count: names.length,
});

describe('what removing an image would meet', () => {
  it('is nothing where nothing holds it, and it says what goes and what stays', () => {
    expect(removalOf(free, image)).toEqual({
      isFree: true,
      sentences: [
        'Nothing stands in the way of removing it.',
        '1 layer with 200 kB goes; 1 layer stays, as other images stand on it.',
      ],
    });
    expect(removalOf(free, { ...image, names: 3 }).sentences).toContain('All 3 names go with it.');
    expect(removalOf(free, { ...image, sharing: null }).sentences).toHaveLength(1);
  });

  it('is its containers, with those that run', () => {
    expect(removalOf(made('web'), image)).toEqual({
      isFree: false,
      sentences: [
        'It can’t be removed: 1 container made from it is still there. web must go first (docker rm), and what it has written goes with it.',
      ],
    });
    const [sentence] = removalOf({ ...made('a', 'b', 'c', 'd'), running: 2 }, image).sentences;
    expect(sentence).toContain(
      '4 containers made from it are still there, 2 of them running. a, b and 2 more must',
    );
  });

  it('is the images that were built on it step by step', () => {
    expect(removalOf({ ...free, above: ['app:1', 'app:2'] }, image)).toEqual({
      isFree: false,
      sentences: ['The engine keeps it for app:1 and app:2, built on it step by step; those go first.'],
    });
  });
});
