import { describe, expect, it } from 'vitest';
import { sampleDiskImage, sampleLayer, sampleUsage } from '../../../../tests/support/sample-disk.js';
import type { DiskUsage } from '../../../shared/contract/disk.js';
import {
  bandFacts,
  bandName,
  columnsOf,
  drawnFamilies,
  familiesOf,
  imagesPhrase,
  savedAlone,
  sharedBands,
} from './layer-bands.js';

const MB = 1_000_000;
/** A base of two layers under three images, two of them with a layer in common; and an image by itself. */
const usage = sampleUsage({
  layers: [
    sampleLayer(-1, 5 * MB, 'ADD rootfs.tar /'),
    sampleLayer(0, 1 * MB, 'RUN a'),
    sampleLayer(1, 20 * MB, 'RUN npm ci'),
    sampleLayer(2, 2 * MB, 'COPY one /'),
    sampleLayer(2, 3 * MB, 'COPY two /'),
    sampleLayer(1, 4 * MB, 'COPY three /'),
    sampleLayer(-1, 9 * MB, 'ADD other /'),
  ],
  images: [sampleDiskImage(1, 3), sampleDiskImage(2, 4), sampleDiskImage(3, 5), sampleDiskImage(4, 6)],
});
const towers = (width: number): DiskUsage =>
  sampleUsage({
    layers: [
      sampleLayer(-1, MB),
      ...Array.from({ length: width }, () => [sampleLayer(0, MB), sampleLayer(0, 2 * MB)]).flat(),
    ],
    images: Array.from({ length: 2 * width }, (_, at) => sampleDiskImage(at + 1, at + 1)),
  });

describe('the bands of layers that images share', () => {
  const [base, ...others] = familiesOf(usage);

  it('join layers that the same images stand on, and leave out what nobody shares', () => {
    expect(others).toEqual([]);
    expect(base).toMatchObject({ bytes: 6 * MB, layers: 2, instruction: 'ADD rootfs.tar /' });
    expect(base?.above.map(({ bytes, images }) => [bytes, images.length])).toEqual([
      [20 * MB, 2],
      [4 * MB, 1],
    ]);
    expect(base?.above[0]?.above.map(({ instruction }) => instruction)).toEqual(['COPY two /', 'COPY one /']);
  });

  it('tell what sharing saves', () => {
    expect(base?.saves).toBe(12 * MB + 20 * MB);
    expect(sharedBands([base!]).map(savedAlone)).toEqual([20 * MB, 12 * MB]);
  });

  it('end a band where an image ends, though another goes on', () => {
    const [band] = familiesOf(
      sampleUsage({
        layers: [sampleLayer(-1, 5), sampleLayer(0, 6)],
        images: [sampleDiskImage(1, 0), sampleDiskImage(2, 1)],
      }),
    );
    expect(band).toMatchObject({ bytes: 5, above: [{ bytes: 6 }] });
    expect(band?.ending.map(({ references }) => references)).toEqual([['app:1']]);
  });

  it('are one band for two names of the same layers', () => {
    const images = [sampleDiskImage(1, 0), sampleDiskImage(2, 0)];
    expect(familiesOf(sampleUsage({ layers: [sampleLayer(-1, 5)], images }))).toHaveLength(1);
  });

  it('of a stranger’s image of any height are told', () => {
    const height = 60_000;
    const layers = Array.from({ length: height }, (_, at) => sampleLayer(at - 1, 1));
    const images = [0, height - 2, height - 1].map((top, n) => sampleDiskImage(n + 1, top));
    expect(familiesOf(sampleUsage({ layers, images }))[0]?.images).toHaveLength(3);
  });

  it.each([1, 6, 40, 1000])('of %d × 2 branches are drawn in no more columns than fit', (width) => {
    const [family] = drawnFamilies(familiesOf(towers(width)));
    expect(columnsOf(family!)).toBe(Math.min(12, 2 * width));
    expect(family!.above.reduce((sum, { images }) => sum + images.length, 0)).toBe(2 * width);
  });

  it('say in words what they are', () => {
    expect(bandName(base!)).toBe('ADD rootfs.tar / and 1 layer more');
    expect(bandFacts(base!)).toBe('6 MB once, under 3 images: app:3, app:2 and app:1');
    expect(bandFacts(base!.above[1]!)).toBe('4 MB, only in app:3');
    const rest = drawnFamilies(familiesOf(towers(40)))[0]!.above.at(-1)!;
    expect(bandName(rest)).toBe('69 more branches');
    expect(imagesPhrase(rest.images, 2)).toMatch(/^app:\d+, app:\d+ and 67 more$/);
  });
});
