import { expect, it } from 'vitest';
import type { LayerBand } from './layer-bands.js';
import { bandToward } from './map-keys.js';

const band = (key: string, ...above: LayerBand[]): LayerBand => ({
  key,
  above,
  bytes: 1,
  layers: 1,
  instruction: '',
  images: [],
  ending: [],
  gathered: 1,
  saves: 0,
});
const map = [band('a', band('b', band('c')), band('d')), band('e', band('f'))];

it.each([
  ['a', 'ArrowUp', 'b'],
  ['c', 'ArrowDown', 'b'],
  ['b', 'ArrowRight', 'd'],
  ['d', 'ArrowRight', 'f'],
  ['e', 'ArrowLeft', 'a'],
  ['f', 'Home', 'a'],
  ['a', 'ArrowDown', null],
  ['c', 'ArrowUp', null],
  ['a', 'Enter', null],
  ['gone', 'ArrowUp', null],
])('from %s, %s leads to %s', (from, key, to) => expect(bandToward(map, from, key)).toBe(to));
