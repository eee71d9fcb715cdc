/** The map of layers as a file: the towers side by side, a list of the shared bands below them, and the numbers. Pure. */
import { formatBytes, shortId } from '../../../shared/units.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';
import type { PictureColours } from '../../components/picture/colours.js';
import type { CsvRow } from '../../components/picture/csv.js';
import type { Picture } from '../../components/picture/picture.js';
import {
  element,
  HATCHED,
  legend,
  line,
  MARGIN,
  svgDocument,
  TOP,
  WIDTH,
  words,
} from '../../components/picture/svg.js';
import { weightOf } from '../../components/stack/bands.js';
import {
  bandFacts,
  bandName,
  columnsOf,
  drawnFamilies,
  isShared,
  savedAlone,
  sharedBands,
  shortName,
  type LayerBand,
} from './layer-bands.js';

/** The highest tower, what lies between two families and two bands, and the least of a band, in pixels. */
const [HEIGHT, BETWEEN, GAP, LEAST] = [300, 20, 2, 8];
/** As many bands are listed below. */
const MOST_LISTED = 30;
const ROW = 20;
/** As many images are named in a cell of the table. */
const MOST_NAMES = 200;

export const mapPicture = (families: readonly LayerBand[]): Picture => ({
  title: say('pictures.map.title'),
  svg: (colours) => drawn(families, colours),
  rows: () => rowsOf(families),
});

function drawn(families: readonly LayerBand[], colours: PictureColours): string {
  const towers = drawnFamilies(families);
  const listed = sharedBands(families);
  const numbers = new Map(listed.slice(0, MOST_LISTED).map(({ key }, at) => [key, at + 1]));
  const marks = [
    { text: say('pictures.map.shared'), fill: HATCHED, stroke: colours.sharedEdge },
    { text: say('pictures.map.own'), fill: colours.unique, stroke: colours.uniqueEdge },
    ...(towers.some(hasGathered)
      ? [{ text: say('pictures.map.gathered'), fill: colours.sunken, stroke: colours.edge }]
      : []),
  ];
  const above = legend(marks, { x: MARGIN, y: TOP, width: WIDTH - 2 * MARGIN, colours });
  const scale = HEIGHT / Math.max(1, ...towers.map(weightAbove));
  const heightOf = (band: LayerBand): number => Math.max(LEAST, scale * weightOf(band.bytes));
  const fullHeight = (band: LayerBand): number =>
    heightOf(band) + GAP + Math.max(0, ...band.above.map(fullHeight));
  const ground = TOP + above.height + 12 + Math.max(0, ...towers.map(fullHeight));
  const columns = towers.reduce((sum, tower) => sum + columnsOf(tower), 0);
  const room = WIDTH - 2 * MARGIN - BETWEEN * Math.max(0, towers.length - 1);

  const tower = (band: LayerBand, x: number, width: number, bottom: number): string => {
    const height = heightOf(band);
    const place = { x, y: bottom - height, width: Math.max(1, width - GAP), height };
    let left = x;
    const upon = band.above.map((each) => {
      const share = (width * columnsOf(each)) / columnsOf(band);
      const part = tower(each, left, share, bottom - height - GAP);
      left += share;
      return part;
    });
    return drawBand(band, place, numbers.get(band.key), colours) + upon.join('');
  };
  let left = MARGIN;
  const parts = towers.map((family) => {
    const width = (room * columnsOf(family)) / Math.max(1, columns);
    const part = tower(family, left, width, ground);
    left += width + BETWEEN;
    return part;
  });

  let y = ground + 12;
  const list = listed.slice(0, MOST_LISTED).map((band, at) => {
    y += ROW;
    return (
      line(String(at + 1), MARGIN + 20, y, { end: true, bold: true }) +
      line(bandName(band), MARGIN + 32, y, { size: 11, mono: true, width: 400 }) +
      line(bandFacts(band), MARGIN + 444, y, { fill: colours.muted, width: WIDTH - 2 * MARGIN - 444 })
    );
  });
  const more = listed.length - list.length;
  if (more > 0) list.push(line(say('pictures.more', { count: more }), MARGIN + 32, (y += ROW), {}));
  return svgDocument({
    title: say('pictures.map.title'),
    about: say('pictures.map.about', {
      size: formatBytes(families.reduce((sum, { saves }) => sum + saves, 0)),
    }),
    height: y + MARGIN,
    colours,
    body: [above.svg, ...parts, ...list],
  });
}

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function drawBand(
  band: LayerBand,
  place: Place,
  number: number | undefined,
  colours: PictureColours,
): string {
  const gathered = band.gathered > 1;
  const shared = isShared(band) && !gathered;
  const [first] = band.images;
  const own = first ? shortName(first) : '';
  const label = gathered ? `+${band.gathered}` : shared ? formatBytes(band.bytes) : own;
  const text = number === undefined ? label : `${number} · ${label}`;
  // On a plain ground: letters on hatching can't be read.
  const plate = shared && place.height >= 16 && place.width >= 24;
  return element(
    'g',
    {},
    element('title', {}, words(`${bandName(band)}: ${bandFacts(band)}`)),
    element('rect', {
      ...place,
      rx: 3,
      fill: gathered ? colours.sunken : shared ? HATCHED : colours.unique,
      stroke: gathered ? colours.edge : shared ? colours.sharedEdge : colours.uniqueEdge,
      'stroke-dasharray': gathered ? '3 2' : undefined,
    }),
    plate
      ? element('rect', {
          x: place.x + 3,
          y: place.y + place.height / 2 - 7,
          width: Math.min(place.width - 6, 8 + text.length * 5.8),
          height: 14,
          rx: 3,
          fill: colours.shared,
        })
      : '',
    place.height >= 14
      ? line(text, place.x + 6, place.y + place.height / 2 + 4, { size: 11, width: place.width - 10 })
      : '',
  );
}

const hasGathered = (band: LayerBand): boolean => band.gathered > 1 || band.above.some(hasGathered);

const weightAbove = (band: LayerBand): number =>
  weightOf(band.bytes) + Math.max(0, ...band.above.map(weightAbove));

const rowsOf = (families: readonly LayerBand[]): readonly CsvRow[] => [
  [
    say('pictures.map.layers'),
    say('pictures.map.count'),
    say('pictures.map.names'),
    say('pictures.map.sizeBytes'),
    say('pictures.map.savesBytes'),
  ],
  ...sharedBands(families).map((band) => [
    bandName(band),
    band.images.length,
    visibleText(namesOf(band).join(' ')),
    band.bytes,
    savedAlone(band),
  ]),
];

/** Neither a reference nor an id has a space in it. */
const namesOf = ({ images }: LayerBand): readonly string[] => [
  ...images.slice(0, MOST_NAMES).map(({ references, id }) => references[0] ?? shortId(id)),
  ...(images.length > MOST_NAMES ? ['…'] : []),
];
