/** The timeline as a file: a row a step on one axis, and its numbers. Pure. */
import type { BuildStep } from '../../../../shared/build-progress.js';
import { formatDuration } from '../../../../shared/units.js';
import { visibleText } from '../../../../shared/visible-text.js';
import { say } from '../../../../shared/words/index.js';
import type { PictureColours } from '../../../components/picture/colours.js';
import type { CsvRow } from '../../../components/picture/csv.js';
import type { Picture } from '../../../components/picture/picture.js';
import {
  element,
  legend,
  line,
  MARGIN,
  svgDocument,
  TOP,
  WIDTH,
  words,
} from '../../../components/picture/svg.js';
import { ticksOf, type Timeline, type TimelineBar, type WorkKind } from './timeline.js';

export type TimelineSource = {
  /** Of the image that is built. */
  readonly name: string;
  readonly timeline: Timeline;
  readonly label: (step: BuildStep) => string;
};

/** No more steps are drawn; from as many as have room for words on, rows are lower. */
const [MOST, MOST_LABELLED] = [2_000, 200];
const [ROW, LOW_ROW] = [20, 3];
const TRACK_AT = 320;
const TRACK = WIDTH - MARGIN - 76 - TRACK_AT;

export const timelinePicture = (source: TimelineSource): Picture => ({
  title: say('pictures.timeline.title', { name: source.name }),
  svg: (colours) => drawn(source, colours),
  rows: () => rowsOf(source),
});

const fillOf = (kind: WorkKind, colours: PictureColours): string =>
  kind === 'other' ? colours.edge : colours[kind];

function drawn({ name, timeline, label }: TimelineSource, colours: PictureColours): string {
  const shown = timeline.bars.slice(0, MOST);
  const row = shown.length <= MOST_LABELLED ? ROW : LOW_ROW;
  const marks = timeline.totals.map(({ kind, ms }) => ({
    text: say('pictures.timeline.total', { kind: say(`pictures.kind.${kind}`), time: formatDuration(ms) }),
    fill: fillOf(kind, colours),
    stroke: 'none',
  }));
  const above = legend(marks, { x: MARGIN, y: TOP, width: WIDTH - 2 * MARGIN, colours });
  const first = TOP + above.height + 24;
  const end = first + shown.length * row;
  const across = (ms: number): number => (timeline.ms > 0 ? (TRACK * ms) / timeline.ms : 0);
  const ticks = ticksOf(timeline.ms).map((ms) => {
    const x = TRACK_AT + across(ms);
    return (
      element('line', { x1: x, x2: x, y1: first - 14, y2: end, stroke: colours.border }) +
      line(formatDuration(ms), x + 3, first - 6, { size: 11, fill: colours.muted })
    );
  });
  const rows = shown.map((bar, at) => {
    const y = first + at * row;
    const text = label(bar.step);
    return element(
      'g',
      {},
      element('title', {}, words(sentence(bar, text))),
      row === ROW ? line(text, MARGIN, y + 14, { size: 11, mono: true, width: TRACK_AT - MARGIN - 12 }) : '',
      element('rect', {
        x: TRACK_AT + across(bar.from),
        y: y + row * 0.15,
        width: Math.max(2, across(bar.ms)),
        height: row * 0.7,
        rx: row === ROW ? 2 : 0,
        fill: fillOf(bar.kind, colours),
        ...(bar.step.state === 'failed' ? { stroke: colours.danger, 'stroke-width': 2 } : {}),
      }),
      row === ROW
        ? line(formatDuration(bar.ms), WIDTH - MARGIN, y + 14, { size: 11, end: true, fill: colours.muted })
        : '',
    );
  });
  const more = timeline.bars.length - shown.length;
  const rest = more > 0 ? line(say('pictures.more', { count: more }), MARGIN, end + 20, {}) : '';
  return svgDocument({
    title: say('pictures.timeline.title', { name }),
    about: say('pictures.timeline.about', {
      count: timeline.bars.length,
      time: formatDuration(timeline.ms),
    }),
    height: end + (more > 0 ? 20 : 0) + MARGIN,
    colours,
    body: [above.svg, ...ticks, ...rows, rest],
  });
}

const sentence = ({ step, kind, from, ms }: TimelineBar, text: string): string =>
  [
    text,
    say(`pictures.kind.${kind}`),
    `${formatDuration(from)} + ${formatDuration(ms)}`,
    ...(step.state === 'failed' ? [say('pictures.timeline.failed')] : []),
  ].join(', ');

const rowsOf = ({ timeline, label }: TimelineSource): readonly CsvRow[] => [
  [
    say('pictures.timeline.step'),
    say('pictures.timeline.kind'),
    say('pictures.timeline.fromMs'),
    say('pictures.timeline.timeMs'),
    say('pictures.timeline.started'),
  ],
  ...timeline.bars.map(({ step, kind, from, ms }) => [
    visibleText(label(step)),
    say(`pictures.kind.${kind}`),
    from,
    ms,
    step.startedAt === null ? null : new Date(step.startedAt).toISOString(),
  ]),
];
