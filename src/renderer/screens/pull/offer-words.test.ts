import { describe, expect, it } from 'vitest';
import type { OfferedImage, PullOffer } from '../../../shared/contract/pulls.js';
import { fetchSentence, platformSentence, replaceSentence } from './offer-words.js';

const image: OfferedImage = {
  platform: 'linux/amd64',
  layers: [
    { digest: 'sha256:a', bytes: 28_000_000, isHere: true },
    { digest: 'sha256:b', bytes: 12_000_000, isHere: false },
  ],
  bytes: 40_000_000,
  missing: 12_000_000,
};
const offer: PullOffer = {
  reference: 'team/app:1',
  digest: 'sha256:c',
  engine: 'linux/amd64',
  platforms: [{ name: 'linux/amd64', isEngines: true }],
  image,
  now: null,
};

describe('what a pull would fetch', () => {
  it('is what isn’t here, of all', () => {
    expect(fetchSentence(offer)).toBe('12 MB of 40 MB to fetch: 1 of 2 layers is here already.');
  });

  it('is nothing when the name stands for that image already', () => {
    expect(fetchSentence({ ...offer, now: { id: 'sha256:d', isSame: true } })).toContain('Up to date');
    expect(replaceSentence({ ...offer, now: { id: 'sha256:d', isSame: true } })).toBeNull();
  });

  it('is said to be for no platform of this engine before it is pulled', () => {
    const platforms = [{ name: 'linux/arm64', isEngines: false }];
    expect(fetchSentence({ ...offer, platforms, image: null })).toContain('This image has only linux/arm64');
    expect(platformSentence({ ...offer, platforms })).toContain('only linux/arm64');
    expect(platformSentence(offer)).toBeNull();
  });
});

it('an image that has the name now is said to lose it', () => {
  const now = { id: 'sha256:0123456789abcdef', isSame: false };
  expect(replaceSentence({ ...offer, now })).toContain('0123456789ab');
});
