/**
 * One pattern of an ignore file as a test for paths. Pure, and in time proportional to pattern × path, as Go's regular
 * expressions are: a pattern from a project can't hold Strata up. Follows moby/patternmatcher patternmatcher.go (compile, match).
 */

/** A pattern that means nothing, such as `[` without an end. */
export class IgnorePatternError extends Error {
  override readonly name = 'IgnorePatternError';

  constructor(readonly pattern: string) {
    super(`bad pattern: ${pattern}`);
  }
}

type Token =
  /** A character for which the test says yes. */
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  /** Any number of characters; slashes among them or not. */
  | { readonly kind: 'many'; readonly slashes: boolean }
  /** Nothing, or anything that ends with a slash: `folders` may be passed over, `inFolders` has begun. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'inFolders' };

/**
 * @param pattern cleaned, without `!`
 * @throws IgnorePatternError
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  assertSyntax(pattern);
  const tokens: Token[] = [];
  // The engine's three short cuts are kept, since they aren't only faster: `**foo` takes `barfoo` by its suffix.
  let kind: 'exact' | 'prefix' | 'suffix' | 'tokens' = 'exact';
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*' && characters[at + 1] === '*') {
      const first = at === 0;
      at++;
      if (characters[at + 1] === '/') at++;
      if (at + 1 < characters.length) {
        tokens.push({ kind: 'folders' }, { kind: 'inFolders' });
        kind = 'tokens';
      } else if (kind === 'exact') {
        kind = 'prefix';
      } else {
        tokens.push({ kind: 'many', slashes: true });
        kind = 'tokens';
      }
      if (first) kind = 'suffix';
    } else if (character === '*') {
      tokens.push({ kind: 'many', slashes: false });
      kind = 'tokens';
    } else if (character === '?') {
      tokens.push({ kind: 'one', test: (one) => one !== '/' });
      kind = 'tokens';
    } else if (character === '\\') {
      tokens.push(literal(characters[++at] ?? ''));
      kind = 'tokens';
    } else if (character === '[') {
      const end = endOfClass(characters, at);
      tokens.push({ kind: 'one', test: classTest(characters.slice(at + 1, end), pattern) });
      at = end;
      kind = 'tokens';
    } else {
      tokens.push(literal(character));
    }
  }
  if (kind === 'exact') return (path) => path === pattern;
  if (kind === 'prefix') return (path) => path.startsWith(pattern.slice(0, -2));
  if (kind === 'suffix') {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  return (path) => matches(tokens, path);
}

const literal = (wanted: string): Token => ({ kind: 'one', test: (one) => one === wanted });

/** All the places in the pattern that the path so far can have led to, character by character. */
function matches(tokens: readonly Token[], path: string): boolean {
  let places = new Set<number>();
  enter(tokens, places, 0);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token?.kind === 'one') {
        if (token.test(character)) enter(tokens, next, place + 1);
      } else if (token?.kind === 'many') {
        if (token.slashes || character !== '/') enter(tokens, next, place);
      } else if (token) {
        const inside = token.kind === 'folders' ? place + 1 : place;
        next.add(inside);
        if (character === '/') enter(tokens, next, inside + 1);
      }
    }
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(tokens.length);
}

/** Adds a place, and those that follow it without a character. */
function enter(tokens: readonly Token[], places: Set<number>, place: number): void {
  if (places.has(place)) return;
  places.add(place);
  const kind = tokens[place]?.kind;
  if (kind === 'many') enter(tokens, places, place + 1);
  if (kind === 'folders') enter(tokens, places, place + 2);
}

/** Where the class that begins at `start` ends; its syntax has been checked. */
function endOfClass(characters: readonly string[], start: number): number {
  let at = start + 1;
  while (at < characters.length && characters[at] !== ']') at += characters[at] === '\\' ? 2 : 1;
  return at;
}

/** A class of single characters is left to a regular expression, which has nothing to go back over. */
function classTest(members: readonly string[], pattern: string): (character: string) => boolean {
  let source = '';
  for (let at = 0; at < members.length; at++) {
    const member = members[at] ?? '';
    if (member === '\\') source += escaped(members[++at] ?? '');
    else source += member === '[' ? '\\[' : member;
  }
  try {
    const expression = new RegExp(`^[${source}]$`, 'su');
    return (character) => expression.test(character);
  } catch {
    throw new IgnorePatternError(pattern);
  }
}

const escaped = (character: string): string =>
  /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character;

/** What Go's filepath.Match refuses: a class that is empty or never ends, a lone `-` in one, a backslash at the end. */
function assertSyntax(pattern: string): void {
  const refuse = (): never => {
    throw new IgnorePatternError(pattern);
  };
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '\\') {
      if (++at >= pattern.length) refuse();
      continue;
    }
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
