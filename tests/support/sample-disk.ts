/** Disks as main would tell of them, for tests of the plan and of the screen. */
import type { DiskCacheRecord, DiskImage, DiskLayer, DiskUsage } from '../../src/shared/contract/disk.js';
import { sampleDigest } from './sample-images.js';

export const sampleLayer = (below: number, bytes: number, instruction = 'RUN make'): DiskLayer => ({
  below,
  bytes,
  instruction,
  diffId: sampleDigest(bytes % 65_536),
});

export function sampleDiskImage(n: number, top: number, more: Partial<DiskImage> = {}): DiskImage {
  return {
    id: sampleDigest(n),
    references: [`app:${n}`],
    hasDigest: false,
    bytes: n * 1_000_000,
    created: n * 86_400_000,
    touched: n * 86_400_000,
    top,
    containers: [],
    ...more,
  };
}

export function sampleRecord(
  id: string,
  bytes: number,
  more: Partial<DiskCacheRecord> = {},
): DiskCacheRecord {
  return {
    id,
    parents: [],
    name: `RUN ${id}`,
    bytes,
    lastUsed: 0,
    inUse: false,
    shared: false,
    top: null,
    ...more,
  };
}

export const sampleUsage = (more: Partial<DiskUsage>): DiskUsage => ({
  measuredAt: Date.UTC(2026, 0, 1),
  layers: [],
  images: [],
  containers: [],
  volumes: [],
  cache: [],
  ...more,
});
