/**
 * SVG as text: a whole document that needs nothing else, with no script, no reference to anything outside of it and no HTML.
 * Names in it are strangers': `words` and attribute values are the only way in, and both escape. Pure.
 */
import { visibleText } from '../../../shared/visible-text.js';
import type { PictureColours } from './colours.js';

export const SANS = "system-ui, -apple-system, 'Segoe UI', sans-serif";
export const MONO = "ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace";

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Halves of characters, and what XML has no way to write: https://www.w3.org/TR/xml/#charsets */
const NO_XML = /[\ud800-\udfff\ufffe\uffff]/gu;
/** More of one name is never drawn, nor told where it is pointed at. */
const LONGEST = 400;

/** Text as a document may carry it, in one line. */
export function words(text: string): string {
  const line = visibleText(text.slice(0, 4 * LONGEST)).replaceAll(/\s+/g, ' ');
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  return cut.replace(NO_XML, '\ufffd').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** @param children SVG already: of `element` or `words` */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : words(value ?? '')}"`);
  const inner = children.join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

export type Style = {
  readonly size?: number;
  readonly fill?: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly end?: boolean;
};

/** One line of text whose baseline is at `y`; `width`: what it has to fit into, in pixels. */
export function line(text: string, x: number, y: number, style: Style & { readonly width?: number }): string {
  const { size = 12, fill, mono = false, bold = false, end = false, width = Infinity } = style;
  return element(
    'text',
    {
      x,
      y,
      'font-size': size === 12 ? undefined : size,
      'font-family': mono ? MONO : undefined,
      'font-weight': bold ? 600 : undefined,
      'text-anchor': end ? 'end' : undefined,
      fill,
    },
    words(fitted(text, width, size, mono)),
  );
}

/** As much of a text as fits, by how wide letters are in the widest of the common fonts: there is no page here to measure on. */
export function fitted(text: string, width: number, size: number, mono = false): string {
  if (width === Infinity) return text;
  const whole = visibleText(text.slice(0, 4 * LONGEST)).replaceAll(/\s+/g, ' ');
  let used = 0;
  let kept = '';
  for (const letter of whole) {
    used += size * (mono ? monoWidth(letter) : sansWidth(letter));
    // Room for the sign that something is missing.
    if (used > width - size && kept.length + letter.length < whole.length)
      return kept === '' ? '' : `${kept}…`;
    if (used > width) return kept === '' ? '' : `${kept}…`;
    kept += letter;
  }
  return kept;
}

const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= 0x1100;
const monoWidth = (letter: string): number => (isWide(letter) ? 1.2 : 0.61);

function sansWidth(letter: string): number {
  if (isWide(letter)) return 1.1;
  if (/[ijl.,:;'|!() tfr\-/]/.test(letter)) return 0.4;
  return /[mwMW@%]/.test(letter) ? 0.9 : /\p{Lu}/u.test(letter) ? 0.75 : 0.63;
}

/** What a mark of the picture stands for. */
export type LegendEntry = { readonly text: string; readonly fill: string; readonly stroke: string };

/** Entries side by side from `x` on, in as many lines as they need within `width`; `height`: of all. */
export function legend(
  entries: readonly LegendEntry[],
  { x, y, width, colours }: { x: number; y: number; width: number; colours: PictureColours },
): { readonly svg: string; readonly height: number } {
  let [left, top] = [x, y];
  const parts = entries.map(({ text, fill, stroke }) => {
    const wide = 34 + text.length * 7;
    if (left > x && left + wide > x + width) [left, top] = [x, top + 20];
    const mark = element('rect', { x: left, y: top + 1, width: 12, height: 12, rx: 2, fill, stroke });
    const part = mark + line(text, left + 18, top + 11, { fill: colours.muted });
    left += wide;
    return part;
  });
  return { svg: parts.join(''), height: entries.length === 0 ? 0 : top - y + 20 };
}

/** What is hatched is told apart without colour, as in the window. */
export const HATCHED = 'url(#shared)';

export const WIDTH = 960;
export const MARGIN = 24;
/** Where the picture itself begins, below its title. */
export const TOP = 76;

/** A whole document. `about` says in a sentence what is seen; it stands below the title, and readers are told it. */
export function svgDocument({
  title,
  about,
  height,
  colours,
  body,
}: {
  readonly title: string;
  readonly about: string;
  readonly height: number;
  readonly colours: PictureColours;
  readonly body: readonly string[];
}): string {
  const hatching = element(
    'pattern',
    { id: 'shared', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 7, height: 7, fill: colours.shared }),
    element('rect', { width: 2, height: 7, fill: colours.sharedLine }),
  );
  const inner = WIDTH - 2 * MARGIN;
  const document = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${Math.round(height * 100) / 100}`,
      role: 'img',
      'aria-labelledby': 'title about',
      'font-family': SANS,
      'font-size': 12,
      fill: colours.text,
    },
    element('title', { id: 'title' }, words(title)),
    element('desc', { id: 'about' }, words(about)),
    element('defs', {}, hatching),
    element('rect', { width: WIDTH, height, fill: colours.surface }),
    line(title, MARGIN, 36, { size: 18, bold: true, width: inner }),
    line(about, MARGIN, 58, { fill: colours.muted, width: inner }),
    ...body,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}
