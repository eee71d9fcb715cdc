import { describe, expect, it } from 'vitest';
import { sampleImage } from '../../../tests/support/sample-images.js';
import type { PastBuild } from '../../shared/contract/history.js';
import { formerImage } from './former-image.js';

const image = (n: number, created: number, ...references: string[]) => ({
  ...sampleImage(n, ...references),
  created,
});

const build = (imageName: string, imageId: string | null): PastBuild => ({
  id: `${imageName}-${imageId}`,
  folder: '/work',
  dockerfile: 'Dockerfile',
  target: null,
  imageName,
  startedAt: 0,
  endedAt: 1,
  outcome: imageId === null ? 'failed' : 'done',
  imageId,
  imageSize: null,
  steps: 1,
  cached: 0,
});

describe('an image is compared at first', () => {
  const former = image(1, 10);
  const other = image(2, 30, 'other:1');
  const now = image(3, 40, 'app:latest');
  const images = [now, other, former];

  it('with what the build before it made under the same name, failed builds and other names aside', () => {
    const builds = [
      build('app', now.id),
      build('app:latest', null),
      build('other', other.id),
      build('app:latest', now.id),
      build('app', former.id),
    ];
    expect(formerImage(now, images, builds)).toEqual({ name: former.id, why: 'last-build' });
  });

  it('with the next older tag of its repository where what was built is gone', () => {
    const tags = [image(5, 5, 'app:1'), image(6, 20, 'app:2'), image(7, 50, 'app:next'), now, other];
    const builds = [build('app', now.id), build('app', former.id)];
    expect(formerImage(now, tags, builds)).toEqual({ name: 'app:2', why: 'older-tag' });
  });

  it('with a tag of the same repository only, registry and all', () => {
    const tags = [image(5, 5, 'ghcr.io/me/app:1'), image(6, 6, 'app-two:1'), now];
    expect(formerImage(now, tags, [])).toBeNull();
  });

  it('with nothing when it is the first, or has no name', () => {
    expect(formerImage(now, [now], [build('app', now.id)])).toBeNull();
    expect(formerImage(former, images, [])).toBeNull();
  });
});
