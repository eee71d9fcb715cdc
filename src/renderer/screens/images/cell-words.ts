/** What a column says of an image, and what it says of that when it is pointed at. Pure. */
import type { ImageColumn } from '../../../shared/contract/app.js';
import type { ImageSummary } from '../../../shared/contract/images.js';
import { formatAge, formatBytes, formatMoment } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import { figureOf } from '../../state/image-rows.js';

export type CellWords = {
  readonly text: string;
  /** Asked when somebody is there to read it: a list has thousands of cells. */
  readonly hint: () => string;
};

/** `now` in ms since 1970; `platform` as it is known so far. */
export function cellWords(
  column: Exclude<ImageColumn, 'id'>,
  image: ImageSummary,
  platform: string,
  now: number,
): CellWords {
  if (column === 'platform') return { text: platform, hint: () => platform };
  const figure = figureOf(image, column);
  if (figure === null) return { text: '—', hint: () => say('images.cell.unknown') };
  if (column === 'created') {
    return { text: formatAge(figure, now), hint: () => (figure > 0 ? formatMoment(figure) : '') };
  }
  if (column === 'containers') return usesOf(image.containers?.names ?? [], figure);
  return { text: formatBytes(figure), hint: () => say('images.cell.bytes', { count: figure }) };
}

function usesOf(names: readonly string[], count: number): CellWords {
  const more = count - names.length;
  const hint = (): string =>
    [...names, ...(more > 0 ? [say('images.more', { count: more })] : [])].join('\n');
  const only = count === 1 ? names[0] : undefined;
  return { text: count === 0 ? '' : (only ?? say('images.cell.containers', { count })), hint };
}
