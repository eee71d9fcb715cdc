/**
 * Reads a word as BuildKit's shell lexer does (moby/buildkit shell/lex.go): quotes, escapes, variables with their
 * modifiers, and the split into words that comes after.
 */
import { SplitWords } from './split-words.js';
import { PatternError, replacePattern, trimPrefix, trimSuffix } from './shell-pattern.js';

export type WordOptions = {
  readonly escape?: '\\' | '`';
  /** Windows: names of variables are the same in any case. */
  readonly ignoresCase?: boolean;
  /** Variables that are not set stay as they are written, instead of becoming nothing. */
  readonly keepsUnset?: boolean;
  /** Quotes mean nothing: the body of a heredoc. */
  readonly ignoresQuotes?: boolean;
  readonly keepsQuotes?: boolean;
  readonly keepsEscapes?: boolean;
};

export type Expansion = {
  /** The variables that were looked up, by whether they are set. */
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
} & (
  | { readonly ok: true; readonly text: string; readonly words: readonly string[] }
  | {
      readonly ok: false;
      /** BuildKit's words. */
      readonly message: string;
      /** Whether it depends on the environment: `${name:?…}` of a name that isn't set. */
      readonly isAboutValues: boolean;
    }
);

/** Values of variables by name. */
export type Values = Pick<ReadonlyMap<string, string>, 'get'> & { readonly keys: () => Iterable<string> };

/** What a word becomes, whole and split into words, in an environment of variable names to values. Never throws. */
export function expandWord(text: string, environment: Values, options: WordOptions = {}): Expansion {
  if (isPlain(text))
    return { ok: true, text, words: text === '' ? [] : [text], matched: NONE, unmatched: NONE };
  const lexer = new Lexer(text, environment, options);
  const { matched, unmatched } = lexer;
  try {
    return { ok: true, ...lexer.read('', options.keepsEscapes === true), matched, unmatched };
  } catch (error) {
    if (!(error instanceof LexError) && !(error instanceof PatternError)) throw error;
    const isAboutValues = error instanceof LexError && error.isAboutValues;
    return { ok: false, message: error.message, isAboutValues, matched, unmatched };
  }
}

/** What a text has to hold to become another, or several words. */
const MEANINGFUL = /[$'"<\\`\s\u0085]/;
const NONE: ReadonlySet<string> = new Set();

/** Whether a text becomes itself in every environment, as one word. */
export const isPlain = (text: string): boolean => !MEANINGFUL.test(text);

class LexError extends Error {
  constructor(
    message: string,
    readonly isAboutValues = false,
  ) {
    super(message);
  }
}

/** Deeper than anyone writes, and shallow enough for every stack. */
const DEEPEST = 200;
/** UTF-16 units that variables may give: one that holds another twice, and so on, doubles with each line. */
const LONGEST = 1 << 20;
const SPECIAL = new Set('@*#?-$!');
const DIGIT = /^\p{Nd}/u;
const DIGITS = /\p{Nd}+/uy;
const LETTERS = /[\p{L}\p{Nd}_]+/uy;
/** What means nothing but itself wherever it stands, and between double quotes. */
const PLAIN = /[^$'"<\\`}/]+/y;
const PLAIN_QUOTED = /[^"$\\`]+/y;

class Lexer {
  readonly matched = new Set<string>();
  readonly unmatched = new Set<string>();
  readonly #escape: string;
  #at = 0;
  #depth = 0;
  #expanded = 0;

  constructor(
    private readonly source: string,
    private readonly environment: Values,
    private readonly options: WordOptions,
  ) {
    this.#escape = options.escape ?? '\\';
  }

  /** Up to `stop`, which is taken too, or without one to the end. */
  read(stop: string, keepsEscapes: boolean): { readonly text: string; readonly words: readonly string[] } {
    const words = new SplitWords();
    let text = '';
    while (this.#at < this.source.length) {
      const char = this.#peek();
      if (char === stop) {
        this.#at++;
        return { text, words: words.all() };
      }
      if (char === '$') {
        const value = this.#dollar();
        text += value;
        words.addValue(value);
      } else if (!this.options.ignoresQuotes && (char === "'" || char === '"')) {
        const value = char === "'" ? this.#single() : this.#double(keepsEscapes);
        text += value;
        words.addWhole(value);
      } else if (char === '<') {
        const value = this.#angle();
        text += value;
        words.addWhole(value);
      } else if (char === this.#escape) {
        this.#at++;
        const escaped = (keepsEscapes ? char : '') + this.#next();
        text += escaped;
        words.addWhole(escaped);
      } else {
        const plain = this.#run(PLAIN) || this.#take();
        text += plain;
        words.addValue(plain);
      }
    }
    if (stop === '') return { text, words: words.all() };
    throw new LexError(`unexpected end of statement while looking for matching ${stop}`);
  }

  #peek(): string {
    return this.source.charAt(this.#at);
  }

  /** The next one whole, of two units where it takes two; empty at the end. */
  #character(): string {
    const code = this.source.codePointAt(this.#at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #next(): string {
    const char = this.#character();
    this.#at += char.length;
    return char;
  }

  #take(): string {
    return this.source.charAt(this.#at++);
  }

  /** As far as a sticky pattern matches; empty where it does not. */
  #run(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [run = ''] = pattern.exec(this.source) ?? [];
    this.#at += run.length;
    return run;
  }

  /** `<<` and the space that may part it from a heredoc's name stay one word. */
  #angle(): string {
    const start = this.#at++;
    if (this.#peek() !== '<') return '<';
    this.#at++;
    while (this.#peek() === ' ' || this.#peek() === '\t') this.#at++;
    return this.source.slice(start, this.#at);
  }

  #single(): string {
    const start = this.#at;
    const end = this.source.indexOf("'", start + 1);
    if (end < 0) {
      this.#at = this.source.length;
      throw new LexError('unexpected end of statement while looking for matching single-quote');
    }
    this.#at = end + 1;
    return this.options.keepsQuotes ? this.source.slice(start, end + 1) : this.source.slice(start + 1, end);
  }

  /** Only `"`, `$` and the escape itself can be escaped here; any other escape stays. */
  #double(keepsEscapes: boolean): string {
    const quote = this.options.keepsQuotes ? '"' : '';
    let text = quote;
    this.#at++;
    while (this.#at < this.source.length) {
      const char = this.#peek();
      if (char === '$') {
        text += this.#dollar();
        continue;
      }
      const plain = this.#run(PLAIN_QUOTED);
      if (plain !== '') {
        text += plain;
        continue;
      }
      this.#at++;
      if (char === '"') return text + quote;
      if (char !== this.#escape) {
        text += char;
        continue;
      }
      if (keepsEscapes) text += char;
      const escaped = this.#peek();
      if (escaped === '') break;
      if (escaped === '"' || escaped === '$' || escaped === this.#escape) {
        text += escaped;
        this.#at++;
      } else text += char;
    }
    throw new LexError('unexpected end of statement while looking for matching double-quote');
  }

  #dollar(): string {
    this.#at++;
    if (this.#peek() === '{') {
      if (++this.#depth > DEEPEST) throw new LexError('variables are nested too deeply');
      const value = this.#braces();
      this.#depth--;
      return value;
    }
    const name = this.#name();
    if (name === '') return '$';
    return this.#value(name) ?? (this.options.keepsUnset ? `$${name}` : '');
  }

  #braces(): string {
    this.#at++;
    const first = this.#peek();
    if (first === '') throw new LexError("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':') throw new LexError('syntax error: bad substitution');
    const name = this.#name();
    const char = this.#next();
    if (char === '}') return this.#value(name) ?? (this.options.keepsUnset ? `\${${name}}` : '');
    if (char === '/') return this.#replacement(name);
    const modifier = char === ':' ? this.#next() : char;
    const written = char === ':' ? `:${modifier}` : char;
    if (char === ':' || '+-?#%'.includes(modifier)) return this.#modified(name, modifier, written);
    throw new LexError(`unsupported modifier (${written}) in substitution`);
  }

  /** `written` is the modifier with the colon that may stand before it. */
  #modified(name: string, modifier: string, written: string): string {
    const isPattern = modifier === '#' || modifier === '%';
    const word = this.#until('}', isPattern, "syntax error: missing '}'");
    const value = this.#value(name);
    if (value === null && this.options.keepsUnset) return `\${${name}${written}${word}}`;
    const isColon = written.startsWith(':');
    const isMissing = value === null || (isColon && value === '');
    switch (modifier) {
      case '-':
        return isMissing ? word : value;
      case '+':
        return isMissing ? '' : word;
      case '?': {
        if (!isMissing) return value;
        const reason = value === null ? 'is not allowed to be unset' : 'is not allowed to be empty';
        throw new LexError(`${name}: ${word === '' ? reason : word}`, true);
      }
      default: {
        if (!isPattern || isColon) throw new LexError(`unsupported modifier (${written}) in substitution`);
        const isGreedy = word.startsWith(modifier);
        const pattern = isGreedy ? word.slice(1) : word;
        return (modifier === '%' ? trimSuffix : trimPrefix)(value ?? '', pattern, isGreedy);
      }
    }
  }

  /** `${name/pattern/replacement}`; `//` replaces every match. */
  #replacement(name: string): string {
    const isEvery = this.#peek() === '/';
    if (isEvery) this.#at++;
    const pattern = this.#until('/', true, "syntax error: missing '/' in ${}");
    const replacement = this.#until('}', true, "syntax error: missing '}'");
    const value = this.#value(name);
    if (value === null && this.options.keepsUnset) return `\${${name}/${pattern}/${replacement}}`;
    return replacePattern(value ?? '', pattern, replacement, isEvery);
  }

  #until(stop: string, keepsEscapes: boolean, missing: string): string {
    try {
      return this.read(stop, keepsEscapes).text;
    } catch (error) {
      if (error instanceof LexError && this.#peek() === '') throw new LexError(missing);
      throw error;
    }
  }

  /** Letters, digits and underscores; only digits when it begins with one; or one special parameter. */
  #name(): string {
    const first = this.#character();
    if (SPECIAL.has(first)) return this.#next();
    return this.#run(DIGIT.test(first) ? DIGITS : LETTERS);
  }

  #value(name: string): string | null {
    const key = this.options.ignoresCase ? sameName(this.environment, name) : name;
    const value = this.environment.get(key) ?? null;
    this.#expanded += value?.length ?? 0;
    if (this.#expanded > LONGEST) throw new LexError('the value is too long');
    (value === null ? this.unmatched : this.matched).add(name);
    return value;
  }
}

function sameName(environment: Values, name: string): string {
  if (environment.get(name) !== undefined) return name;
  for (const key of environment.keys()) if (key.toLowerCase() === name.toLowerCase()) return key;
  return name;
}
