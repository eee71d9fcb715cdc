import { describe, expect, it } from 'vitest';
import { sampleImage } from '../../../../tests/support/sample-images.js';
import { choicesFor, foundChoices } from './choices.js';

const image = (n: number, created: number, ...references: string[]) => ({
  ...sampleImage(n, ...references),
  created,
});
const now = image(9, 90, 'app:2', 'app:latest');
const images = [
  image(1, 10, 'app:1'),
  image(2, 80, 'alpine:3.20', 'base:1'),
  image(3, 20, 'app:old'),
  image(4, 30),
  now,
];

describe('what an image can be compared with', () => {
  const former = { name: 'app:1', why: 'last-build' } as const;
  const choices = choicesFor(now, images, former);

  it('begins with what is proposed, then its own repository, and leaves itself out', () => {
    expect(choices.map(({ title }) => title)).toEqual([
      'app:1',
      'app:old',
      'alpine:3.20',
      'base:1',
      '<untagged> 000400040004',
    ]);
    expect(choices.map(({ why }) => why).filter(Boolean)).toEqual(['the build before']);
  });

  it('is found by words of its name, or its id', () => {
    expect(foundChoices(choices, 'OLD ap').map(({ name }) => name)).toEqual(['app:old']);
    expect(foundChoices(choices, '0004000').map(({ created }) => created)).toEqual([30]);
    expect(foundChoices(choices, ' ')).toHaveLength(5);
  });

  it('puts no image without a name into the repository of another without one', () => {
    const untagged = image(5, 50);
    const [first] = choicesFor(untagged, [untagged, ...images], null);
    expect(first?.title).toBe('app:2');
  });
});
