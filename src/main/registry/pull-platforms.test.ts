import { describe, expect, it } from 'vitest';
import { imageFor, imagesOf, isSamePlatform } from './pull-platforms.js';

const named = (...names: string[]) => names.map((name) => ({ name }));
const index = (...platforms: ({ os: string; architecture: string; variant?: string } | undefined)[]) => ({
  kind: 'index' as const,
  mediaType: '',
  digest: '',
  size: 0,
  bytes: Buffer.alloc(0),
  annotations: {},
  manifests: platforms.map((platform, at) => ({
    mediaType: '',
    digest: `sha256:${at}`,
    size: 1,
    ...(platform ? { platform } : {}),
  })),
});

describe('the image for a platform', () => {
  it('is the one of that name, by any of its spellings', () => {
    expect(imageFor(named('linux/amd64', 'linux/arm64/v8'), 'linux/arm64')?.name).toBe('linux/arm64/v8');
    expect(imageFor(named('linux/amd64'), 'linux/x86_64')?.name).toBe('linux/amd64');
    expect(isSamePlatform('linux/arm64', 'linux/arm64/v8')).toBe(true);
  });

  it('is the nearest older one that an arm runs, never a newer one', () => {
    const images = named('linux/arm/v5', 'linux/arm/v6', 'linux/arm/v7');
    expect(imageFor(images, 'linux/arm')?.name).toBe('linux/arm/v7');
    expect(imageFor(images.slice(0, 2), 'linux/arm/v7')?.name).toBe('linux/arm/v6');
    expect(imageFor(images.slice(1), 'linux/arm/v5')).toBeNull();
  });

  it('is none where there is none for it', () => {
    expect(imageFor(named('linux/arm64'), 'linux/amd64')).toBeNull();
    expect(imageFor(named('windows/amd64'), 'linux/amd64')).toBeNull();
  });
});

it('attestations and what has no platform are no images of an index', () => {
  const images = imagesOf(
    index(
      { os: 'linux', architecture: 'arm', variant: 'v7' },
      { os: 'unknown', architecture: 'unknown' },
      undefined,
    ),
  );
  expect(images.map(({ name }) => name)).toEqual(['linux/arm/v7']);
});
