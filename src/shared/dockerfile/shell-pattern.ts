/**
 * Patterns of `${name#pattern}` and its like: `*`, `?` and escapes, no brackets (moby/buildkit shell/lex.go), matched
 * in bounded time: no regular expression is made of what a file says.
 */

export class PatternError extends Error {}

type Token = { readonly kind: 'any' | 'one' } | { readonly kind: 'char'; readonly char: string };

/** Comparisons that one substitution may take. */
const MOST_STEPS = 200_000;
/** UTF-16 units of a result. */
const LONGEST = 1 << 20;

/** The value without the shortest start that matches, or the longest. @throws PatternError */
export function trimPrefix(value: string, pattern: string, isGreedy: boolean): string {
  const tokens = toTokens(pattern);
  const end = new Matcher(Array.from(value)).endOf(tokens, 0, isGreedy);
  return end < 0 ? value : Array.from(value).slice(end).join('');
}

/** The value without the shortest end that matches, or the longest. @throws PatternError */
export function trimSuffix(value: string, pattern: string, isGreedy: boolean): string {
  const tokens = toTokens(pattern).reverse();
  const chars = Array.from(value).reverse();
  const end = new Matcher(chars).endOf(tokens, 0, isGreedy);
  return end < 0 ? value : chars.slice(end).reverse().join('');
}

/** The value with the first match, the longest there, replaced; or with every one. @throws PatternError */
export function replacePattern(
  value: string,
  pattern: string,
  replacement: string,
  isEvery: boolean,
): string {
  const tokens = toTokens(pattern);
  const chars = Array.from(value);
  const matcher = new Matcher(chars);
  let result = '';
  let copied = 0;
  for (let at = 0; at <= chars.length;) {
    const end = matcher.endOf(tokens, at, true);
    if (end < 0) {
      at++;
      continue;
    }
    result += chars.slice(copied, at).join('');
    // Nothing, right after a match, is no further match.
    if (end > copied || at === 0)
      result += isEvery ? expandTemplate(replacement, chars.slice(at, end)) : replacement;
    if (result.length > LONGEST) throw new PatternError('the value is too long');
    copied = end;
    if (!isEvery) break;
    at = Math.max(end, at + 1);
  }
  return result + chars.slice(copied).join('');
}

/** Every match is replaced by a template of Go's regexp: `$0` is the match, `$$` a dollar, any other `$name` nothing. */
function expandTemplate(template: string, match: readonly string[]): string {
  return template.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (all, name?: string, braced?: string) => {
    if (all === '$$') return '$';
    return (name ?? braced) === '0' ? match.join('') : '';
  });
}

function toTokens(pattern: string): Token[] {
  const chars = Array.from(pattern);
  const tokens: Token[] = [];
  for (let at = 0; at < chars.length; at++) {
    let char = chars[at] ?? '';
    if (char === '*') tokens.push({ kind: 'any' });
    else if (char === '?') tokens.push({ kind: 'one' });
    else {
      if (char === '\\') {
        const escaped = chars[at + 1] ?? '';
        // Those two had to be escaped to stand in ${} at all.
        if (escaped === '}' || escaped === '/') continue;
        if (escaped !== '*' && escaped !== '?' && escaped !== '\\')
          throw new PatternError(
            `invalid pattern (${pattern}) in substitution: invalid escape '\\${escaped}'`,
          );
        char = escaped;
        at++;
      }
      tokens.push({ kind: 'char', char });
    }
  }
  return tokens;
}

class Matcher {
  #steps = 0;

  constructor(private readonly chars: readonly string[]) {}

  /** Where the shortest or the longest match that begins at `start` ends; -1 for none. */
  endOf(tokens: readonly Token[], start: number, isGreedy: boolean): number {
    let states = closure(tokens, new Set([0]));
    let end = -1;
    for (let at = start; ; at++) {
      if (states.has(tokens.length)) {
        end = at;
        if (!isGreedy) return end;
      }
      const char = this.chars[at];
      if (char === undefined || states.size === 0) return end;
      this.#steps += states.size;
      if (this.#steps > MOST_STEPS) throw new PatternError('the pattern takes too long to match');
      states = closure(tokens, advance(tokens, states, char));
    }
  }
}

/** With what the stars among them let be skipped. */
function closure(tokens: readonly Token[], states: Set<number>): Set<number> {
  for (const state of states) if (tokens[state]?.kind === 'any') states.add(state + 1);
  return states;
}

function advance(tokens: readonly Token[], states: ReadonlySet<number>, char: string): Set<number> {
  const next = new Set<number>();
  for (const state of states) {
    const token = tokens[state];
    if (token === undefined) continue;
    if (token.kind === 'char' ? token.char === char : char !== '\n')
      next.add(token.kind === 'any' ? state : state + 1);
  }
  return next;
}
