/** The trend as a file: a column a build, its image's size below, and the numbers. Pure. */
import type { TrendPoint } from '../../../../shared/contract/history.js';
import { formatBytes, formatDay, formatDuration, formatMoment } from '../../../../shared/units.js';
import { visibleText } from '../../../../shared/visible-text.js';
import { say } from '../../../../shared/words/index.js';
import type { PictureColours } from '../../../components/picture/colours.js';
import type { CsvRow } from '../../../components/picture/csv.js';
import type { Picture } from '../../../components/picture/picture.js';
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
} from '../../../components/picture/svg.js';

/** A build whose end was seen. */
export type TimedPoint = TrendPoint & { readonly ms: number };

export type TrendSource = {
  /** The project's folder, by its name. */
  readonly folder: string;
  /** Oldest first. */
  readonly points: readonly TimedPoint[];
};

/** What the longest and the largest fill, in pixels. */
const [HIGH, LOW] = [220, 60];
const AXIS = 72;
const [WIDEST, GAP] = [48, 4];

/** Those of `points` that have a duration. */
export const timed = (points: readonly TrendPoint[]): readonly TimedPoint[] =>
  points.flatMap((point) =>
    point.endedAt === null ? [] : [{ ...point, ms: Math.max(0, point.endedAt - point.startedAt) }],
  );

export const longestOf = (points: readonly TimedPoint[]): number =>
  Math.max(1, ...points.map(({ ms }) => ms));
/** Null where no size is known. */
export const largestOf = (points: readonly TimedPoint[]): number | null => {
  const sizes = points.flatMap(({ imageSize }) => (imageSize === null ? [] : [imageSize]));
  return sizes.length === 0 ? null : Math.max(1, ...sizes);
};

export const cachedShare = ({ steps, cached }: TrendPoint): number =>
  steps === 0 ? 0 : Math.min(1, cached / steps);

export const trendPicture = (source: TrendSource): Picture => ({
  title: say('pictures.trend.title', { folder: source.folder }),
  svg: (colours) => drawn(source, colours),
  rows: () => rowsOf(source),
});

function drawn({ folder, points }: TrendSource, colours: PictureColours): string {
  const longest = longestOf(points);
  const largest = largestOf(points);
  const marks = [
    { text: say('pictures.trend.cached'), fill: HATCHED, stroke: colours.sharedEdge },
    { text: say('pictures.trend.ran'), fill: colours.unique, stroke: colours.uniqueEdge },
    ...(points.some(({ outcome }) => outcome !== 'done')
      ? [{ text: say('pictures.trend.notDone'), fill: colours.dangerSurface, stroke: colours.danger }]
      : []),
    ...(largest === null
      ? []
      : [{ text: say('pictures.trend.imageSize'), fill: colours.edge, stroke: 'none' }]),
  ];
  const above = legend(marks, { x: MARGIN, y: TOP, width: WIDTH - 2 * MARGIN, colours });
  const ground = TOP + above.height + 12 + HIGH;
  const below = ground + (largest === null ? 0 : 16 + LOW);
  const left = MARGIN + AXIS;
  const each = Math.min(WIDEST, (WIDTH - MARGIN - left) / Math.max(1, points.length));

  const columns = points.map((point, at) => {
    const place = { x: left + at * each, width: Math.max(1, each - GAP) };
    const height = Math.max(2, (HIGH * point.ms) / longest);
    const cached = height * cachedShare(point);
    const isDone = point.outcome === 'done';
    const size = largest === null || point.imageSize === null ? 0 : (LOW * point.imageSize) / largest;
    return element(
      'g',
      {},
      element('title', {}, words(sentence(point))),
      element('rect', {
        ...place,
        y: ground - height,
        height,
        fill: isDone ? colours.unique : colours.dangerSurface,
        stroke: isDone ? colours.uniqueEdge : colours.danger,
        'stroke-dasharray': isDone ? undefined : '3 2',
      }),
      cached > 0
        ? element('rect', {
            ...place,
            y: ground - cached,
            height: cached,
            fill: HATCHED,
            stroke: colours.sharedEdge,
          })
        : '',
      size > 0
        ? element('rect', {
            ...place,
            y: below - Math.max(1, size),
            height: Math.max(1, size),
            fill: colours.edge,
          })
        : '',
    );
  });
  const dates = datesOf(points, below + 18, left, each);
  const right = WIDTH - MARGIN;
  const rule = (at: number): string =>
    element('line', { x1: left, x2: right, y1: at, y2: at, stroke: colours.border });
  const mark = (text: string, at: number): string =>
    line(text, left - 8, at, { end: true, size: 11, fill: colours.muted, width: AXIS });
  return svgDocument({
    title: say('pictures.trend.title', { folder }),
    about: say('pictures.trend.about', { count: points.length, longest: formatDuration(longest) }),
    height: below + 24 + MARGIN,
    colours,
    body: [
      above.svg,
      rule(ground - HIGH),
      mark(formatDuration(longest), ground - HIGH + 4),
      mark('0', ground + 4),
      ...(largest === null ? [] : [rule(below - LOW), mark(formatBytes(largest), below - LOW + 4)]),
      ...columns,
      rule(ground),
      ...(largest === null ? [] : [rule(below)]),
      ...dates.map((text) => element('g', { fill: colours.muted }, text)),
    ],
  });
}

/** When the first was, and the last where there is room for both. */
function datesOf(points: readonly TimedPoint[], at: number, left: number, each: number): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const end = left + points.length * each;
  return [
    line(dayOf(first), left, at, { size: 11 }),
    ...(end - left > 220 ? [line(dayOf(last), end - GAP, at, { size: 11, end: true })] : []),
  ];
}

const dayOf = ({ startedAt }: TimedPoint): string => formatDay(startedAt);

/** A build in words. */
export const sentence = ({ ms, outcome, steps, cached, startedAt, imageSize }: TimedPoint): string =>
  [
    formatMoment(startedAt),
    say(`pictures.outcome.${outcome}`),
    formatDuration(ms),
    ...(steps === 0 ? [] : [say('pictures.trend.share', { cached, steps })]),
    ...(imageSize === null ? [] : [formatBytes(imageSize)]),
  ].join(', ');

const rowsOf = ({ points }: TrendSource): readonly CsvRow[] => [
  [
    say('pictures.trend.started'),
    say('pictures.trend.outcome'),
    say('pictures.trend.durationMs'),
    say('pictures.trend.cachedSteps'),
    say('pictures.trend.steps'),
    say('pictures.trend.sizeBytes'),
    say('pictures.trend.image'),
  ],
  ...points.map(({ startedAt, outcome, ms, cached, steps, imageSize, imageName }) => [
    new Date(startedAt).toISOString(),
    say(`pictures.outcome.${outcome}`),
    ms,
    cached,
    steps,
    imageSize,
    visibleText(imageName),
  ]),
];
