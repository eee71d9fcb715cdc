import { describe, expect, it } from 'vitest';
import {
  sampleDiskImage,
  sampleLayer,
  sampleRecord,
  sampleUsage,
} from '../../../tests/support/sample-disk.js';
import type { DiskUsage } from '../contract/disk.js';
import { freeing } from './holders.js';

const [one, two, three] = [1, 2, 3].map((n) => sampleDiskImage(n, n)) as [
  ReturnType<typeof sampleDiskImage>,
  ReturnType<typeof sampleDiskImage>,
  ReturnType<typeof sampleDiskImage>,
];
/** A base under two images, and a third apart. */
const usage = sampleUsage({
  layers: [sampleLayer(-1, 100), sampleLayer(0, 10), sampleLayer(0, 20), sampleLayer(-1, 7)],
  images: [one, two, three],
});
const frees = (of: DiskUsage, images: readonly string[], cache: readonly string[] = []) =>
  freeing(of, { images: new Set(images), cache: new Set(cache) });

describe('what is freed', () => {
  it('by one of two images is what it alone stands on', () => {
    expect(frees(usage, [one.id]).bytes).toBe(10);
  });

  it('by both is the layer that they share, too', () => {
    const both = frees(usage, [one.id, two.id]);
    expect(both.bytes).toBe(130);
    expect([one, two, three].map(({ id }) => both.ofImage(id))).toEqual([110, 120, 7]);
  });

  it('is told of an image that stays as what would go with it as well', () => {
    expect(frees(usage, [one.id]).ofImage(two.id)).toBe(120);
    expect(frees(usage, []).ofImage(two.id)).toBe(20);
  });

  it('is nothing that a container stands on', () => {
    const containers = [{ id: 'c', name: 'web', bytes: 5, running: false, top: 1 }];
    expect(frees({ ...usage, containers }, [one.id, two.id]).bytes).toBe(20);
  });

  it('is nothing that the build cache holds, until that goes as well', () => {
    const cache = [
      sampleRecord('base', 0, { shared: true, top: 0 }),
      sampleRecord('top', 10, { shared: true, top: 1, parents: ['base'] }),
      sampleRecord('alone', 3),
    ];
    const cached = { ...usage, cache };
    expect(frees(cached, [one.id])).toMatchObject({ bytes: 0, heldByCache: 10 });
    expect(frees(cached, [one.id], ['top', 'base', 'alone']).bytes).toBe(13);
    expect(frees(cached, [one.id, two.id], ['top', 'base']).bytes).toBe(130);
    expect(frees(cached, [one.id], ['top']).ofRecord('top')).toBe(10);
    expect(frees(cached, [one.id]).ofRecord('top')).toBe(10);
    expect(frees(cached, []).ofRecord('alone')).toBe(3);
  });

  it('is nothing by a record that another builds on, or that a build uses', () => {
    const cache = [
      sampleRecord('below', 5),
      sampleRecord('above', 3, { parents: ['below'] }),
      sampleRecord('used', 9, { inUse: true }),
    ];
    const cached = sampleUsage({ cache });
    expect(frees(cached, [], ['below', 'used']).bytes).toBe(0);
    expect(frees(cached, [], ['below', 'above', 'used']).bytes).toBe(8);
  });

  it('equals what is counted layer by layer, on any disk', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 300; round++) {
      const layers = Array.from({ length: 1 + random(12) }, (_, at) =>
        sampleLayer(at === 0 ? -1 : random(at + 1) - 1, 1 + random(1000)),
      );
      const any = sampleUsage({
        layers,
        images: Array.from({ length: random(8) }, (_, n) =>
          sampleDiskImage(n, random(layers.length + 1) - 1),
        ),
        containers: Array.from({ length: random(3) }, (_, n) => ({
          id: `${n}`,
          name: `${n}`,
          bytes: 0,
          running: false,
          top: random(layers.length + 1) - 1,
        })),
        cache: Array.from({ length: random(6) }, (_, n) =>
          sampleRecord(
            `r${n}`,
            1 + random(50),
            random(2) ? { shared: true, top: random(layers.length) } : {},
          ),
        ),
      });
      const images = new Set(any.images.filter(() => random(2)).map(({ id }) => id));
      const cache = new Set(any.cache.filter(() => random(2)).map(({ id }) => id));
      const found = freeing(any, { images, cache });
      expect(found.bytes).toBe(held(any, new Set(), new Set()) - held(any, images, cache));
      for (const { id } of any.images) {
        const other = new Set(images);
        if (!other.delete(id)) other.add(id);
        const difference = held(any, images, cache) - held(any, other, cache);
        expect(found.ofImage(id)).toBe(Math.abs(difference));
      }
    }
  });
});

/** All bytes that somebody who stays holds, counted without the plan's own ways. */
function held(usage: DiskUsage, images: ReadonlySet<string>, cache: ReadonlySet<string>): number {
  const layers = new Set<number>();
  const hold = (top: number): void => {
    for (let at = top; at >= 0; at = usage.layers[at]!.below) layers.add(at);
  };
  for (const { id, top } of usage.images) if (!images.has(id)) hold(top);
  for (const { top } of usage.containers) hold(top);
  for (const { id, top } of usage.cache) if (!cache.has(id) && top !== null) hold(top);
  const own = usage.cache.filter(({ id, top, shared }) => !cache.has(id) && top === null && !shared);
  return (
    [...layers].reduce((sum, at) => sum + usage.layers[at]!.bytes, 0) +
    own.reduce((sum, { bytes }) => sum + bytes, 0)
  );
}
