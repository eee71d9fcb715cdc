/** Which columns have room beside the name, and how wide each is. Pure; sizes in px. */
import type { ImageColumn } from '../../../shared/contract/app.js';

export type Column = {
  readonly width: number;
  /** Figures stand at the end, where they can be compared. */
  readonly isFigure: boolean;
};

export const columnsByName: Readonly<Record<ImageColumn, Column>> = {
  id: { width: 132, isFigure: false },
  platform: { width: 108, isFigure: false },
  size: { width: 76, isFigure: true },
  unique: { width: 76, isFigure: true },
  shared: { width: 76, isFigure: true },
  created: { width: 120, isFigure: false },
  containers: { width: 112, isFigure: false },
};

/** The first of these goes first where room is short. */
const FIRST_TO_GO: readonly ImageColumn[] = [
  'id',
  'platform',
  'shared',
  'containers',
  'unique',
  'created',
  'size',
];

const NARROWEST_NAME = 260;
const GAP = 12;

/** Those of `wanted` that leave the name room in a list of `width`; all of them where the width isn't known yet (0). */
export function fittingColumns(wanted: readonly ImageColumn[], width: number): readonly ImageColumn[] {
  const shown = new Set(wanted);
  for (const column of width === 0 ? [] : FIRST_TO_GO) {
    const taken = [...shown].reduce((sum, each) => sum + columnsByName[each].width + GAP, 0);
    if (taken + NARROWEST_NAME <= width) break;
    shown.delete(column);
  }
  return wanted.filter((column) => shown.has(column));
}

/** As CSS wants it: the stack, the name, and the columns. */
export const gridTemplate = (columns: readonly ImageColumn[]): string =>
  ['20px', 'minmax(0, 1fr)', ...columns.map((column) => `${columnsByName[column].width}px`)].join(' ');
