/**
 * `.dockerignore` as the engine understands it. Pure.
 * Follows moby/patternmatcher: patternmatcher.go (matching) and ignorefile/ignorefile.go (reading).
 */
import { posix } from 'node:path';

type Pattern = {
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
};

/** A pattern that means nothing, such as `[` without an end. */
export class IgnorePatternError extends Error {
  override readonly name = 'IgnorePatternError';

  constructor(readonly pattern: string) {
    super(`bad pattern: ${pattern}`);
  }
}

/** The patterns of an ignore file's text: no comments, no blank lines, each cleaned as a path. */
export function parseIgnore(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const negated = line.startsWith('!');
      let pattern = negated ? line.slice(1).trim() : line;
      if (pattern !== '') {
        pattern = clean(pattern);
        if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
      }
      return negated ? `!${pattern}` : pattern;
    });
}

/** @throws IgnorePatternError for a pattern that the engine refuses */
export function createIgnore(lines: readonly string[]): Ignore {
  const patterns = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(compile);
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

function compile(line: string): Pattern {
  // Spaces around are trimmed before the path is cleaned and again after the `!`, as the engine does.
  let text = clean(line);
  const negated = text.startsWith('!');
  if (negated) {
    if (text.length === 1) throw new IgnorePatternError(line);
    text = text.slice(1);
  }
  assertSyntax(text);
  return { text, negated, matches: matcher(text) };
}

/** Go's filepath.Clean: like normalize, without a slash at the end. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

/** What Go's filepath.Match refuses: a class that is empty or never ends, a lone `-` in one, a backslash at the end. */
function assertSyntax(pattern: string): void {
  const refuse = (): never => {
    throw new IgnorePatternError(pattern);
  };
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\' && ++at >= pattern.length) refuse();
    if (pattern[at] !== '[') continue;
    if (pattern[++at] === '^') at++;
    const member = (): void => {
      if (pattern[at] === undefined || pattern[at] === '-' || pattern[at] === ']') refuse();
      if (pattern[at] === '\\' && ++at >= pattern.length) refuse();
      at++;
    };
    do {
      member();
      if (pattern[at] === '-') {
        at++;
        member();
      }
      if (pattern[at] === undefined) refuse();
    } while (pattern[at] !== ']');
  }
}

/** The engine's three short cuts are kept, since they aren't only faster: `**foo` takes `barfoo` by its suffix. */
function matcher(pattern: string): (path: string) => boolean {
  let source = '';
  let kind: 'exact' | 'prefix' | 'suffix' | 'regexp' = 'exact';
  let inClass = false;
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (inClass) {
      if (character === '\\') source += `\\${escaped(characters[++at] ?? '')}`.replace(/^\\\\/, '\\');
      else source += character === '[' ? '\\[' : character;
      inClass = character !== ']';
    } else if (character === '*' && characters[at + 1] === '*') {
      const first = at === 0;
      at++;
      if (characters[at + 1] === '/') at++;
      if (at + 1 >= characters.length) {
        if (kind === 'exact') kind = 'prefix';
        else {
          source += '.*';
          kind = 'regexp';
        }
      } else {
        source += '(.*/)?';
        kind = 'regexp';
      }
      if (first) kind = 'suffix';
    } else if (character === '*') {
      source += '[^/]*';
      kind = 'regexp';
    } else if (character === '?') {
      source += '[^/]';
      kind = 'regexp';
    } else if (character === '\\') {
      source += escaped(characters[++at] ?? '');
      kind = 'regexp';
    } else if (character === '[') {
      source += '[';
      inClass = true;
      kind = 'regexp';
    } else {
      source += escaped(character);
    }
  }
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') return (path) => path.startsWith(pattern.slice(0, -2));
  if (kind === 'suffix') {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  const expression = toRegExp(source, pattern);
  return (path) => expression.test(path);
}

function toRegExp(source: string, pattern: string): RegExp {
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    throw new IgnorePatternError(pattern);
  }
}

const escaped = (character: string): string =>
  /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;
