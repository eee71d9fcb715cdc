/**
 * `.dockerignore` as the engine understands it. Pure.
 * Follows moby/patternmatcher: patternmatcher.go (matching, as MatchesOrParentMatches) and ignorefile/ignorefile.go (reading).
 */
import { cleanPath } from './clean-path.js';
import { compileGlob, IgnorePatternError } from './glob.js';

export { IgnorePatternError } from './glob.js';

type Pattern = {
  /** Which of the given lines it is, from 0. */
  readonly at: number;
  /** As cleaned, without the `!`. */
  readonly text: string;
  /** True for a `!` line: what matches is sent after all. */
  readonly negated: boolean;
  readonly matches: (path: string) => boolean;
};

export type Ignore = {
  /** Whether the line-by-line decision for `path` (slashes, relative, no `./`) is to leave it out. */
  readonly excludes: (path: string) => boolean;
  /** Whether something below an excluded folder could still be wanted by a `!` line. */
  readonly mayReinclude: (folder: string) => boolean;
  /** Which of the given lines, from 0, has the last word on `path`; null when none speaks of it. */
  readonly decidedBy: (path: string) => number | null;
};

export type IgnoreLine = {
  /** Cleaned as a path, with its `!`. */
  readonly pattern: string;
  /** Where it stands in the file, from 1. */
  readonly number: number;
};

/** The patterns of an ignore file's text: no comments, no blank lines, each cleaned as a path. */
export const parseIgnore = (text: string): readonly string[] =>
  parseIgnoreLines(text).map(({ pattern }) => pattern);

/** The same, each with its place in the file. */
export function parseIgnoreLines(text: string): readonly IgnoreLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, at) => ({ line: line.startsWith('#') ? '' : line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => ({ pattern: asPattern(line), number }));
}

function asPattern(line: string): string {
  const negated = line.startsWith('!');
  let pattern = negated ? line.slice(1).trim() : line;
  if (pattern !== '') {
    pattern = cleanPath(pattern);
    if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
  }
  return negated ? `!${pattern}` : pattern;
}

/** @throws IgnorePatternError for a pattern that the engine refuses */
export function createIgnore(lines: readonly string[]): Ignore {
  const patterns = lines.flatMap((line, at) => (line.trim() === '' ? [] : [compile(line.trim(), at)]));
  const negations = patterns.filter(({ negated }) => negated).map(({ text }) => literalStart(text));
  return {
    excludes(path) {
      const parents = parentsOf(path);
      let excluded = false;
      for (const { negated, matches } of patterns) {
        // Only a line that would change the decision is worth asking.
        if (negated !== excluded) continue;
        if (matches(path) || parents.some(matches)) excluded = !negated;
      }
      return excluded;
    },
    mayReinclude: (folder) =>
      negations.some((start) => start.startsWith(`${folder}/`) || `${folder}/`.startsWith(start)),
    decidedBy(path) {
      const parents = parentsOf(path);
      return patterns.findLast(({ matches }) => matches(path) || parents.some(matches))?.at ?? null;
    },
  };
}

/** `a/b` for `a/b/*.c`: the whole folders before the first wildcard, with a slash after them; all of a plain pattern. */
function literalStart(pattern: string): string {
  const wild = pattern.search(/[*?[\\]/);
  return wild < 0 ? `${pattern}/` : pattern.slice(0, pattern.lastIndexOf('/', wild) + 1);
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_part, at) => parts.slice(0, at + 1).join('/'));
}

function compile(line: string, at: number): Pattern {
  // Spaces around are trimmed before the path is cleaned and again after the `!`, as the engine does.
  let text = cleanPath(line);
  const negated = text.startsWith('!');
  if (negated) {
    if (text.length === 1) throw new IgnorePatternError(line);
    text = text.slice(1);
  }
  return { at, text, negated, matches: compileGlob(text) };
}
