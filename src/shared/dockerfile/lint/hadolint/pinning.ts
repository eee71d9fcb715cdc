/** How it is said that packages are installed without a version. */
import { say } from '../../../words/index.js';
import type { ShellWord } from '../../shell/script.js';
import type { Problem } from '../rule.js';
import { problemAt } from './hadolint-rule.js';
import type { Run } from './run.js';

/** Packages that are named before the rest is only counted. */
const MOST_NAMED = 3;

/**
 * One problem for all of a command's packages that have no version; none when there are no such packages.
 * @param tool what installs them: `apt-get`
 * @param pin how one would be written with its version
 */
export function* unpinned(
  run: Run,
  tool: string,
  packages: readonly ShellWord[],
  pin: (name: string) => string,
  does: 'adds' | 'installs' | 'takes' = 'installs',
): Generator<Problem> {
  const [first] = packages;
  if (!first) return;
  const end = packages.at(-1)?.end ?? first.end;
  const rest = packages.length - MOST_NAMED;
  const names = packages.slice(0, MOST_NAMED).map(({ text }) => say('checks.quoted', { name: text }));
  const named = names.join(', ');
  const all = rest > 0 ? say('checks.more', { names: named, count: String(rest) }) : named;
  yield problemAt(
    run.range({ start: first.start, end }),
    say('checks.unpinned', { tool, does, names: all, count: packages.length, pin: pin(first.text) }),
  );
}
