/** Past builds in words: how each ended, and how one differs from the one before. Pure. */
import type {
  BuildComparison,
  FilesChange,
  PastBuild,
  PastOutcome,
  StepLoss,
} from '../../../../shared/contract/history.js';
import { formatDuration } from '../../../../shared/units.js';
import { say } from '../../../../shared/words/index.js';
import type { Mark } from '../../../components/state-mark.js';

export const outcomeMark = (outcome: PastOutcome): Mark =>
  outcome === 'interrupted' ? 'cancelled' : outcome;

/** `3 of 5 cached`; empty for a build in which no step came to an end. */
export const cachedPhrase = ({ steps, cached }: Pick<PastBuild, 'steps' | 'cached'>): string =>
  steps === 0 ? '' : say('history.cached', { cached, steps });

/** Null while it runs, and for one whose end nobody saw. */
export const durationOf = ({
  startedAt,
  endedAt,
}: Pick<PastBuild, 'startedAt' | 'endedAt'>): number | null =>
  endedAt === null ? null : Math.max(0, endedAt - startedAt);

const NAMED = 5;
/** Longer instructions are cut: the list of steps has them whole. */
const LONGEST = 80;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** `2 files changed: src/a.js, src/b.js`. */
export function filesPhrase({ added, removed, changed, count }: FilesChange): string {
  const kinds = [
    ...(changed.length > 0 ? (['changed'] as const) : []),
    ...(added.length > 0 ? (['added'] as const) : []),
    ...(removed.length > 0 ? (['removed'] as const) : []),
  ];
  const what = say(`history.files.${kinds.length === 1 ? (kinds[0] ?? 'other') : 'other'}`, { count });
  const names = [...changed, ...added, ...removed];
  if (names.length === 0) return what;
  const more = count - Math.min(names.length, NAMED);
  const told = [...names.slice(0, NAMED), ...(more > 0 ? [say('history.files.more', { count: more })] : [])];
  return say('history.files.named', { what, names: told.join(', ') });
}

/** Why a step ran again, in a sentence. */
export function lossSentence(loss: StepLoss): string {
  const step = cut(loss.text);
  switch (loss.reason) {
    case 'instruction-changed':
      return loss.before === null
        ? say('history.lost.new', { step })
        : say('history.lost.line', { step, before: cut(loss.before) });
    case 'files-changed':
      return say('history.lost.files', { step, files: filesPhrase(loss.files) });
    case 'argument-changed':
      return loss.names.length === 0
        ? say('history.lost.variable', { step })
        : say('history.lost.arguments', { step, names: loss.names.join(', ') });
    case 'base-changed':
      return say('history.lost.base', { step, image: loss.image });
    case 'above-changed':
      return say('history.lost.above', { step, above: cut(loss.step), line: loss.stepLine });
    case 'cache-ignored':
      return say('history.lost.ignored', { step });
    case 'unknown':
      return say('history.lost.unknown', { step });
  }
}

/**
 * All that differs, most telling first. What only follows from a step above is counted with it, and so is
 * what the ignored cache made run.
 */
export function differences({ lost, gained, slower, faster }: BuildComparison): readonly string[] {
  const causes = lost.filter(({ reason }) => reason !== 'above-changed' && reason !== 'cache-ignored');
  const followers = lost.filter(({ reason }) => reason === 'above-changed').length;
  const ignored = lost.length - causes.length - followers;
  const saved = gained.reduce((sum, { savedMs }) => sum + (savedMs ?? 0), 0);
  return [
    ...causes.map(lossSentence),
    ...(followers > 0 ? [say('history.differs.followed', { count: followers })] : []),
    ...(ignored > 0 ? [say('history.differs.ignored', { count: ignored })] : []),
    ...(gained.length > 0
      ? [say('history.differs.reused', { count: gained.length, time: formatDuration(saved) })]
      : []),
    ...slower.map(({ text, beforeMs, afterMs }) =>
      say('history.differs.slower', {
        step: cut(text),
        time: formatDuration(afterMs),
        longer: formatDuration(afterMs - beforeMs),
      }),
    ),
    ...faster.map(({ text, beforeMs, afterMs }) =>
      say('history.differs.faster', {
        step: cut(text),
        time: formatDuration(afterMs),
        less: formatDuration(beforeMs - afterMs),
      }),
    ),
  ];
}

/** The one line under an ended build. */
export function differencePhrase(comparison: BuildComparison): string {
  const [first, ...others] = differences(comparison);
  if (first === undefined) return say('history.differs.nothing');
  return others.length === 0 ? first : `${first} ${say('history.differs.more', { count: others.length })}`;
}
