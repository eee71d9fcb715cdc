// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { hostileNames, sampleColours, wholeSvg } from '../../../../tests/support/picture-check.js';
import { element, fitted, legend, line, svgDocument, words } from './svg.js';

const documentOf = (name: string): string =>
  svgDocument({
    title: name,
    about: name,
    height: 200,
    colours: sampleColours,
    body: [line(name, 0, 0, {}), element('rect', { fill: 'red', 'data-name': name })],
  });

describe('a saved picture', () => {
  it.each(hostileNames)('keeps %j text', (name) => {
    const document = wholeSvg(documentOf(`a ${name}`));
    expect(document.querySelectorAll('rect')).toHaveLength(4);
    expect(document.title).toMatch(/^a/);
  });

  it('says what can’t be seen, and cuts what is too long', () => {
    expect(words('a\u202eb\0')).toBe(String.raw`a\u202eb\u0000`);
    expect(words('x'.repeat(10_000))).toHaveLength(400);
    expect(words('\ud800a\ufffe')).toBe('\ufffda\ufffd');
  });

  it('has whole numbers, or two digits behind the point', () => {
    expect(element('rect', { x: 1 / 3, y: 2, rx: undefined })).toBe('<rect x="0.33" y="2"/>');
  });
});

describe('a text that has to fit', () => {
  it('stays whole where there is room, and ends in a sign where there isn’t', () => {
    expect(fitted('alpine', 100, 12)).toBe('alpine');
    expect(fitted('alpine:3.20 and more', 60, 12)).toMatch(/^alp.*…$/);
    expect(fitted('anything', 5, 12)).toBe('');
  });

  it('is never half of a character', () => {
    for (let width = 0; width < 100; width += 3)
      expect(fitted('😀😀😀😀😀', width, 12)).not.toMatch(/\p{Cs}/u);
  });
});

describe('a legend', () => {
  it('goes on in another line', () => {
    const mark = { text: 'twenty letters long.', fill: 'red', stroke: 'none' };
    const place = { x: 0, y: 0, width: 400, colours: sampleColours };
    expect(legend([], place)).toEqual({ svg: '', height: 0 });
    expect(legend([mark, mark], place).height).toBe(20);
    expect(legend([mark, mark, mark], place).height).toBe(40);
  });
});
