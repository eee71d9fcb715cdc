/** What one command of a RUN does, in a few words: “installs `tini`”. */
import { say, type Key } from '../../words/index.js';
import { flagValue, hasFlag, plainArguments, type Valued } from '../shell/arguments.js';
import type { ShellCommand } from '../shell/script.js';
import { code, codes } from './phrases.js';

/**
 * `fetches` brings something from outside; `makes` changes files; `prepares` and `tidies` are worth less where not all
 * can be said; `unknown` is named as it is written.
 */
type Kind = 'fetches' | 'makes' | 'prepares' | 'tidies' | 'unknown';

export type Deed = { readonly kind: Kind; readonly text: string };

/** A command with what is asked of it most. */
export class Given {
  constructor(
    readonly command: ShellCommand,
    /** A text with the variables in it that are known. */
    readonly shown: (text: string) => string,
    /** Names of flags that take the next word. */
    private readonly valued: Valued = NO_FLAGS,
  ) {}

  /** Neither flags nor their values. */
  get words(): readonly string[] {
    return plainArguments(this.command, this.valued).map(({ text }) => this.shown(text));
  }

  /** `install` of `apt-get install`. */
  get verb(): string {
    return plainArguments(this.command, this.valued)[0]?.text ?? '';
  }

  /** What the verb is done to. */
  get operands(): readonly string[] {
    return this.words.slice(1);
  }

  has(...names: readonly string[]): boolean {
    return hasFlag(this.command, names, this.valued);
  }

  flag(...names: readonly string[]): string | null {
    const value = flagValue(this.command, names);
    return value === null ? null : this.shown(value);
  }
}

const NO_FLAGS: Valued = new Set();

/** Null when there is nothing to speak of. */
type Read = (given: Given) => Deed | null;

export type Reader = { readonly read: Read; readonly valued: Valued };

/** @param valued names of flags that take the next word, with a space between them */
export const reader = (read: Read, valued = ''): Reader => ({ read, valued: new Set(valued.split(' ')) });

const deed =
  (kind: Kind) =>
  (text: string): Deed => ({ kind, text });

export const fetches = deed('fetches');
export const makes = deed('makes');
export const prepares = deed('prepares');
export const tidies = deed('tidies');

/** At most its name and its first words: what it does isn't guessed. */
export const unknown = ({ words }: ShellCommand, isGivenText = false): Deed => {
  const start = words.slice(0, 3).map(({ text }) => text);
  const command = code(start.join(' '));
  return { kind: 'unknown', text: say(isGivenText ? 'deeds.runsOnText' : 'deeds.runs', { command }) };
};

/** What is done to `names`, or null when there is nothing named. */
export const named = (
  doing: Extract<Key, `deeds.of.${string}`>,
  names: readonly string[],
  most?: number,
): string | null => (names.length === 0 ? null : say(doing, { names: codes(names, most) }));
