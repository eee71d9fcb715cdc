/** Images as main would tell of them, for tests of the screens. */
import type {
  ImageDetail,
  ImageSettings,
  ImageStep,
  ImageSummary,
} from '../../src/shared/contract/images.js';

/** `sha256:` and 64 hex digits, the same for the same number. */
export const sampleDigest = (n: number): string => `sha256:${n.toString(16).padStart(4, '0').repeat(16)}`;

export function sampleImage(n: number, ...references: readonly string[]): ImageSummary {
  return {
    id: sampleDigest(n),
    references,
    digests: [],
    size: n * 1_000_000,
    created: Date.UTC(2024, 0, n % 28),
    labels: [],
    sharedSize: null,
    platforms: [],
    containers: { count: 0, names: [] },
  };
}

export const noSettings: ImageSettings = {
  entrypoint: [],
  command: [],
  environment: [],
  workingDirectory: '',
  user: '',
  ports: [],
  volumes: [],
  labels: [],
  stopSignal: '',
  shell: [],
  onBuild: [],
  healthcheck: null,
};

/** A step that made a layer of `size` bytes, or one that changed settings only. */
export function sampleStep(index: number, instruction: string, size: number | null): ImageStep {
  return {
    index,
    instruction,
    diffId: size === null ? null : sampleDigest(4096 + index),
    size: size ?? 0,
    createdBy: instruction,
    comment: '',
    created: 0,
  };
}

/** An image with a base of 5 MB, a layer of its own and a setting. */
export function sampleDetail(image: ImageSummary, more: Partial<ImageDetail> = {}): ImageDetail {
  return {
    ...image,
    os: 'linux',
    architecture: 'amd64',
    author: '',
    steps: [
      sampleStep(0, 'ADD rootfs.tar.gz /', 5_000_000),
      sampleStep(1, 'RUN apk add tini', 200_000),
      sampleStep(2, 'CMD ["sh"]', null),
    ],
    settings: noSettings,
    raw: JSON.stringify({ Id: image.id }, null, 2),
    ...more,
  };
}
