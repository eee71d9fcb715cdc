/** The stack as a file: each band with its instruction beside it, and its numbers. Pure. */
import { formatBytes } from '../../../shared/units.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';
import type { CsvRow } from '../picture/csv.js';
import type { Picture } from '../picture/picture.js';
import { element, HATCHED, legend, line, MARGIN, svgDocument, TOP, WIDTH, words } from '../picture/svg.js';
import type { PictureColours } from '../picture/colours.js';
import { bandTitle, type Band, type BandTelling } from './bands.js';

export type StackSource = {
  /** The image's. */
  readonly name: string;
  /** Bytes of the image. */
  readonly size: number;
  /** Top first. */
  readonly bands: readonly Band[];
  readonly key: BandTelling['key'];
};

/** Up to so many, each band is high enough for its words. */
const MOST_LABELLED = 150;
/** No more are drawn. */
const MOST = 1_024;
const [LABELLED, LEAST] = [18, 2];
/** What is shared out by weight, in pixels: for each layer and at most, when each has its words, and when there are more. */
const [EACH, SPREAD, DENSE] = [80, 320, 3_000];
const BAND = 190;
const [WORDS_AT, NOTE_AT] = [MARGIN + BAND + 12, 660];

export const stackPicture = (source: StackSource): Picture => ({
  title: say('pictures.stack.title', { name: source.name }),
  svg: (colours) => drawn(source, colours),
  rows: () => rowsOf(source),
});

function drawn({ name, size, bands, key }: StackSource, colours: PictureColours): string {
  const shown = bands.slice(0, MOST);
  const isLabelled = bands.length <= MOST_LABELLED;
  const marks = key
    ? [
        { text: key.plain, fill: colours.unique, stroke: colours.uniqueEdge },
        { text: key.hatched, fill: HATCHED, stroke: colours.sharedEdge },
      ]
    : [];
  const above = legend(marks, { x: MARGIN, y: TOP, width: WIDTH - 2 * MARGIN, colours });
  const spread = Math.min(SPREAD, EACH * bands.length);
  let y = TOP + above.height + 8;
  const parts = shown.map((band) => {
    const height = isLabelled ? LABELLED + band.height * spread : Math.max(LEAST, band.height * DENSE);
    const part = drawBand(band, y, height, colours);
    y += height + 2;
    return part;
  });
  const more = bands.length - shown.length;
  if (more > 0) parts.push(line(say('pictures.more', { count: more }), MARGIN, (y += 20), {}));
  return svgDocument({
    title: say('pictures.stack.title', { name }),
    about: say('pictures.stack.about', { count: bands.length, size: formatBytes(size) }),
    height: y + MARGIN,
    colours,
    body: [above.svg, ...parts],
  });
}

function drawBand(band: Band, y: number, height: number, colours: PictureColours): string {
  const { step, isHatched, note } = band;
  const rect = element('rect', {
    x: MARGIN,
    y,
    width: BAND,
    height,
    rx: height > 8 ? 3 : 0,
    fill: isHatched ? HATCHED : colours.unique,
    stroke: isHatched ? colours.sharedEdge : colours.uniqueEdge,
  });
  const baseline = y + height / 2 + 4;
  const right = WIDTH - MARGIN;
  const labels =
    height < 12
      ? []
      : [
          line(formatBytes(step.size), MARGIN + BAND - 8, baseline, { end: true }),
          line(step.instruction, WORDS_AT, baseline, {
            mono: true,
            width: (note === null ? right : NOTE_AT - 12) - WORDS_AT,
          }),
          note === null ? '' : line(note, NOTE_AT, baseline, { fill: colours.muted, width: right - NOTE_AT }),
        ];
  return element('g', {}, element('title', {}, words(bandTitle(band))), rect, ...labels);
}

function rowsOf({ bands, key }: StackSource): readonly CsvRow[] {
  const isTold = key !== null;
  return [
    [
      say('pictures.stack.layer'),
      say('pictures.stack.instruction'),
      say('pictures.stack.sizeBytes'),
      say('pictures.stack.diffId'),
      ...(isTold ? [say('pictures.stack.sharing')] : []),
    ],
    ...bands.map(({ step, note }, at) => [
      bands.length - at,
      visibleText(step.instruction),
      step.size,
      step.diffId,
      ...(isTold ? [note ?? ''] : []),
    ]),
  ];
}
