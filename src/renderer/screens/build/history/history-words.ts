/** Past builds in words: how each ended, and how one differs from the one before. Pure. */
import type {
  BuildComparison,
  FilesChange,
  PastBuild,
  PastOutcome,
  StepLoss,
} from '../../../../shared/contract/history.js';
import { formatDuration } from '../../../../shared/units.js';
import type { Mark } from '../../../components/state-mark.js';

export const outcomeWords: Readonly<Record<PastOutcome, string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
};

export const outcomeMark = (outcome: PastOutcome): Mark =>
  outcome === 'interrupted' ? 'cancelled' : outcome;

/** `3 of 5 cached`; empty for a build in which no step came to an end. */
export const cachedPhrase = ({ steps, cached }: Pick<PastBuild, 'steps' | 'cached'>): string =>
  steps === 0 ? '' : `${cached} of ${steps} cached`;

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
  const verbs = [
    ...(changed.length > 0 ? ['changed'] : []),
    ...(added.length > 0 ? ['were added'] : []),
    ...(removed.length > 0 ? ['were removed'] : []),
  ];
  const verb = verbs.length === 1 ? (verbs[0] ?? '') : 'are other ones';
  const names = [...changed, ...added, ...removed];
  const more = count - Math.min(names.length, NAMED);
  const told = [...names.slice(0, NAMED), ...(more > 0 && names.length > 0 ? [`${more} more`] : [])];
  const what =
    count === 1
      ? `1 file ${verb.replace('were', 'was').replace('are other ones', 'is another one')}`
      : `${count} files ${verb}`;
  return told.length === 0 ? what : `${what}: ${told.join(', ')}`;
}

/** Why a step ran again, in a sentence. */
export function lossSentence(loss: StepLoss): string {
  const ran = `${cut(loss.text)} ran again because`;
  switch (loss.reason) {
    case 'instruction-changed':
      return loss.before === null
        ? `${cut(loss.text)} ran because the line is new.`
        : `${ran} the line changed; it was ${cut(loss.before)}.`;
    case 'files-changed':
      return `${ran} ${filesPhrase(loss.files)}.`;
    case 'argument-changed':
      return loss.names.length === 0
        ? `${ran} a variable that it sees changed.`
        : `${ran} ${loss.names.join(', ')} was given another value.`;
    case 'base-changed':
      return `${ran} the image ${loss.image} is another one.`;
    case 'above-changed':
      return `${ran} ${cut(loss.step)} (line ${loss.stepLine}) did.`;
    case 'cache-ignored':
      return `${cut(loss.text)} ran because the cache was ignored.`;
    case 'unknown':
      return `${cut(loss.text)} ran again; nothing that was recorded says why. Its cache may have been removed.`;
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
    ...(followers > 0 ? [`${steps(followers)} below ran again with it.`] : []),
    ...(ignored > 0 ? [`${steps(ignored)} ran because the cache was ignored.`] : []),
    ...(gained.length > 0
      ? [
          `${steps(gained.length)} ${gained.length === 1 ? 'was' : 'were'} reused that ran before, which saved ${formatDuration(saved)}.`,
        ]
      : []),
    ...slower.map(
      ({ text, beforeMs, afterMs }) =>
        `${cut(text)} took ${formatDuration(afterMs)}, ${formatDuration(afterMs - beforeMs)} longer.`,
    ),
    ...faster.map(
      ({ text, beforeMs, afterMs }) =>
        `${cut(text)} took ${formatDuration(afterMs)}, ${formatDuration(beforeMs - afterMs)} less.`,
    ),
  ];
}

const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);

/** The one line under an ended build. */
export function differencePhrase(comparison: BuildComparison): string {
  const [first, ...others] = differences(comparison);
  if (first === undefined) return 'Nothing differs from the build before.';
  return others.length === 0
    ? first
    : `${first} ${others.length} more ${others.length === 1 ? 'difference' : 'differences'} in the history.`;
}
