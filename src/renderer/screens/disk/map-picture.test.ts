// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  heightOf,
  hostileNames,
  sampleColours,
  textOf,
  wholeSvg,
} from '../../../../tests/support/picture-check.js';
import { sampleDiskImage, sampleLayer, sampleUsage } from '../../../../tests/support/sample-disk.js';
import { familiesOf } from './layer-bands.js';
import { mapPicture } from './map-picture.js';

const MB = 1_000_000;

/** `width` images of a layer of their own upon one base. */
const pictureOf = (width: number, base = 'ADD rootfs.tar /', reference = (at: number) => `app:${at}`) =>
  mapPicture(
    familiesOf(
      sampleUsage({
        layers: [
          sampleLayer(-1, 50 * MB, base),
          ...Array.from({ length: width }, (_, at) => sampleLayer(0, (at + 1) * MB, `RUN ${at}`)),
        ],
        images: Array.from({ length: width }, (_, at) =>
          sampleDiskImage(at + 1, at + 1, { references: [reference(at)] }),
        ),
      }),
    ),
  );

describe('the map of layers as a file', () => {
  it('names what is shared, in a list below the towers, and whose the rest is', () => {
    const document = wholeSvg(pictureOf(3).svg(sampleColours));
    const text = textOf(document);
    expect(document.querySelectorAll('g')).toHaveLength(4);
    expect(text).toContain('1 · 50 MB');
    expect(text).toContain('ADD rootfs.tar /');
    expect(text).toContain('50 MB once, under 3 images');
    expect(text).toContain('app:2');
    expect(text).toContain('would take 100 MB more');
  });

  it.each(hostileNames)('keeps %j text, as an instruction and as a name', (name) => {
    const picture = pictureOf(2, name, () => name);
    expect(wholeSvg(picture.svg(sampleColours)).querySelectorAll('g')).toHaveLength(3);
  });

  it.each([2, 40, 1_000])('under %d images has a size that can be looked at', (width) => {
    const svg = pictureOf(width).svg(sampleColours);
    expect(heightOf(wholeSvg(svg))).toBeLessThan(2_000);
    expect(svg.length).toBeLessThan(500_000);
    expect(svg.includes('several together')).toBe(width > 24);
  });

  it('has bytes and all names as a table', () => {
    expect(pictureOf(3).rows()).toEqual([
      ['Layers', 'Images', 'Names of images', 'Size (bytes)', 'Saves (bytes)'],
      ['ADD rootfs.tar /', 3, 'app:2 app:1 app:0', 50 * MB, 100 * MB],
    ]);
  });
});
