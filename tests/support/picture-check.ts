/** What every saved SVG has to be, read as a browser reads it, and names as only an attacker gives them. */
import { expect } from 'vitest';
import type { PictureColours } from '../../src/renderer/components/picture/colours.js';

/** Each another one, so that a wrong one is seen. */
export const sampleColours: PictureColours = {
  surface: 'rgb(255, 255, 255)',
  sunken: 'rgb(242, 243, 246)',
  text: 'rgb(27, 31, 40)',
  muted: 'rgb(88, 96, 114)',
  border: 'rgb(223, 226, 233)',
  edge: 'rgb(138, 146, 163)',
  unique: 'rgb(211, 224, 248)',
  uniqueEdge: 'rgb(91, 131, 216)',
  shared: 'rgb(227, 219, 241)',
  sharedLine: 'rgb(205, 191, 230)',
  sharedEdge: 'rgb(141, 122, 184)',
  danger: 'rgb(179, 38, 30)',
  dangerSurface: 'rgb(253, 238, 236)',
  transfer: 'rgb(91, 131, 216)',
  pull: 'rgb(141, 122, 184)',
  run: 'rgb(63, 154, 99)',
  copy: 'rgb(44, 147, 164)',
  export: 'rgb(192, 138, 46)',
};

export const hostileNames = [
  '</title><script>alert(1)</script>',
  '"><image href="http://x/" onload="alert(1)"/>',
  "' onclick='alert(1)",
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
  ']]>&lol;<!ENTITY x SYSTEM "file:///etc/passwd">',
  '&#0;\0\u0008\ud800\uffff\u202ecod.exe',
  'url(http://x/)',
  'x'.repeat(100_000),
  '\n\n\t',
  '日本語😀',
];

const PLAIN = new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'rect', 'line', 'text']);

/** The document; needs a DOM around it. @throws when it is no XML, or holds what a picture has no need of */
export function wholeSvg(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml');
  const elements = [...document.querySelectorAll('*')];
  expect(elements.filter(({ localName }) => !PLAIN.has(localName)).map((each) => each.outerHTML)).toEqual([]);
  for (const { name, value } of elements.flatMap(({ attributes }) => [...attributes])) {
    expect(name).not.toMatch(/^on|href|style|src/i);
    if (!name.startsWith('data-') && value.includes('url(')) expect(value).toBe('url(#shared)');
  }
  const root = document.documentElement;
  expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(root.getAttribute('viewBox')).toBe(
    `0 0 ${root.getAttribute('width')} ${root.getAttribute('height')}`,
  );
  for (const id of ['title', 'about']) expect(document.getElementById(id)?.textContent).not.toBe('');
  expect(root.getAttribute('aria-labelledby')).toBe('title about');
  return document;
}

export const heightOf = ({ documentElement }: Document): number =>
  Number(documentElement.getAttribute('height'));

/** All that it says, as one text. */
export const textOf = (document: Document): string =>
  [...document.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n');
