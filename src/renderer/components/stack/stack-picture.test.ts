// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  heightOf,
  hostileNames,
  sampleColours,
  textOf,
  wholeSvg,
} from '../../../../tests/support/picture-check.js';
import { sampleStep } from '../../../../tests/support/sample-images.js';
import { bandsOf, tellSharing } from './bands.js';
import { stackPicture } from './stack-picture.js';

const MB = 1_000_000;

function pictureOf(instructions: readonly string[], name = 'app:1') {
  const steps = instructions.map((instruction, at) => sampleStep(at, instruction, (at + 1) * MB));
  const telling = tellSharing({ [steps[0]?.diffId ?? '']: ['alpine:3.20'] });
  return stackPicture({ name, size: 6 * MB, bands: bandsOf(steps, telling), key: telling.key });
}

const drawn = (...given: Parameters<typeof pictureOf>): Document =>
  wholeSvg(pictureOf(...given).svg(sampleColours));

describe('the stack as a file', () => {
  it('names each layer, its size, and who shares it, with the base at the bottom', () => {
    const document = drawn(['ADD rootfs.tar /', 'RUN apk add tini']);
    expect(document.title).toBe('Layers of app:1');
    const text = textOf(document);
    expect(text).toMatch(/2 layers, 6 MB/);
    expect(text.indexOf('RUN apk add tini')).toBeLessThan(text.indexOf('ADD rootfs.tar /'));
    expect(text).toContain('shared with alpine:3.20');
    expect(text).toContain('only here');
  });

  it.each(hostileNames)('keeps %j text, as an instruction and as a name', (name) => {
    expect(drawn([name, name], name).querySelectorAll('g')).toHaveLength(2);
  });

  it.each([1, 100, 1_000, 5_000])('of %d layers has a height that can be looked at', (count) => {
    const instructions = Array.from({ length: count }, (_, at) => `RUN step ${at} ${'x'.repeat(1_000)}`);
    const svg = pictureOf(instructions).svg(sampleColours);
    const document = wholeSvg(svg);
    expect(heightOf(document)).toBeLessThan(8_000);
    expect(svg.length).toBeLessThan(2_000_000);
    expect(document.querySelectorAll('g')).toHaveLength(Math.min(count, 1_024));
  });

  it('says so when there are more layers than are drawn', () => {
    const text = textOf(drawn(Array.from({ length: 1_030 }, () => 'RUN x')));
    expect(text).toContain('6 more are in the table.');
  });

  it('has raw numbers as a table, the top first', () => {
    expect(pictureOf(['ADD a', '=RUN\u202eb']).rows()).toEqual([
      ['Layer', 'Instruction', 'Size (bytes)', 'DiffID', 'In other images'],
      [2, String.raw`=RUN\u202eb`, 2 * MB, sampleStep(1, '', 1).diffId, 'in no other image'],
      [1, 'ADD a', MB, sampleStep(0, '', 1).diffId, 'shared with alpine:3.20'],
    ]);
  });

  it('leaves out what nobody asked about', () => {
    const bands = bandsOf([sampleStep(0, 'ADD a', MB)], tellSharing(null));
    const picture = stackPicture({ name: 'a', size: MB, bands, key: null });
    expect(picture.rows()[0]).toHaveLength(4);
    expect(textOf(wholeSvg(picture.svg(sampleColours)))).not.toContain('only here');
  });
});
