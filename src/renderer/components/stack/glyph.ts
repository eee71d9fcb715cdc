/** An image's layers as a small sign: few bands, told apart at a glance. Pure. */
import { weightOf } from './bands.js';

/** As many bands as stay apart in a row's height. */
const MOST = 5;

/** So few pixels show a difference only when it is drawn larger. */
const CONTRAST = 2;

/** Shares of the height, top first. Of more layers than fit, the largest stay, in their order. */
export function glyphOf(sizes: readonly number[]): readonly number[] {
  const weights = sizes.map((size) => weightOf(size) ** CONTRAST);
  const least = weights.toSorted((a, b) => b - a)[MOST - 1] ?? 0;
  const shown = weights.filter((weight) => weight >= least).slice(0, MOST);
  const sum = shown.reduce((total, weight) => total + weight, 0);
  return shown.map((weight) => weight / sum).reverse();
}
