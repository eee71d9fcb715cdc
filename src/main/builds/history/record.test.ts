import { expect, it } from 'vitest';
import { pastBuild } from './record.js';

it('a build that was kept before sizes of images were is read as one whose size is unknown', () => {
  const kept = {
    id: 'a',
    folder: '/p',
    dockerfile: 'Dockerfile',
    target: null,
    imageName: 'app:1',
    startedAt: 1,
    endedAt: 2,
    outcome: 'done',
    imageId: 'sha256:00',
    steps: 3,
    cached: 1,
  };
  expect(pastBuild.parse(kept)).toEqual({ ...kept, imageSize: null });
  expect(pastBuild.parse({ ...kept, imageSize: 5 }).imageSize).toBe(5);
});
