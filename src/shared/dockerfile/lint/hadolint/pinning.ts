/** How it is said that packages are installed without a version. */
import type { ShellWord } from '../../shell/script.js';
import type { Problem } from '../rule.js';
import { problemAt } from './hadolint-rule.js';
import type { Run } from './run.js';

/** Why it matters, for all package managers. */
export const WHY_PIN =
  'Without a version, each build takes the newest there is: the same Dockerfile gives another image tomorrow.';

/** Packages that are named before the rest is only counted. */
const MOST_NAMED = 3;

/**
 * One problem for all of a command's packages that have no version; none when there are no such packages.
 * @param does "apt-get installs"
 * @param pin how one would be written with its version
 */
export function* unpinned(
  run: Run,
  does: string,
  packages: readonly ShellWord[],
  pin: (name: string) => string,
): Generator<Problem> {
  const [first] = packages;
  if (!first) return;
  const end = packages.at(-1)?.end ?? first.end;
  const rest = packages.length - MOST_NAMED;
  const names = packages.slice(0, MOST_NAMED).map(({ text }) => `“${text}”`);
  const all = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
  const version = packages.length === 1 ? 'whichever version is' : 'whichever versions are';
  yield problemAt(
    run.range({ start: first.start, end }),
    `${does} ${all} in ${version} newest: pin ${packages.length === 1 ? 'it' : 'them'}, ${pin(first.text)}`,
  );
}
