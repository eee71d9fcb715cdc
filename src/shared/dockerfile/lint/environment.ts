/** The variables of a stage as it goes on, line by line (moby/buildkit dockerfile2llb/convert.go dispatch). */
import { didYouMean } from '../suggestion.js';
import type { Dockerfile, Instruction, PairsInstruction, Word } from '../syntax.js';
import { expandedWords } from '../word-problem.js';
import { expandWord, isPlain, type Expansion } from '../words.js';
import { baseVariables } from './base-environment.js';
import { BranchingValues } from '../branching-values.js';
import type { GlobalScope } from './global-scope.js';

/** A variable that has no value where it is used. */
export type UndefinedVariable = {
  readonly name: string;
  readonly word: Word;
  /** ` (did you mean $x?)`, or nothing. */
  readonly suggestion: string;
};

/** What is in none of these words becomes itself. */
export type Expansions = {
  readonly words: ReadonlyMap<Word, Expansion>;
  readonly undefinedVariables: readonly UndefinedVariable[];
};

type Outside = {
  readonly escape: Dockerfile['escape'];
  readonly globals: GlobalScope;
  readonly given: ReadonlyMap<string, string>;
};

const NOTHING: Expansions = { words: new Map(), undefinedVariables: [] };
/** They steer BuildKit's scan and are no variables. */
const NO_VARIABLES: ReadonlySet<string> = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);
/** Values that may be repeated in others, so that a file can't grow without bound as it is read. */
const LONGEST_VALUE = 4096;
/** Nobody looks for a misspelt name among more. */
const MOST_SUGGESTIONS = 100;
/** Their words are resolved without a check, or, of FROM, elsewhere. */
const UNCHECKED: ReadonlySet<string> = new Set(['FROM', 'EXPOSE']);

export class Environment {
  readonly #outside: Outside;
  readonly #values: BranchingValues;
  /** Whether no image below could have set what nothing here does. */
  readonly #isKnown: boolean;
  /** The names of ARGs; the values mean nothing. */
  readonly #declared: BranchingValues;

  /** @param parent that of the stage it is built on, else the image's name */
  constructor(outside: Outside, parent: Environment | string) {
    this.#outside = outside;
    if (typeof parent === 'string') {
      this.#values = BranchingValues.empty();
      this.#declared = BranchingValues.empty();
      const { names, isWhole } = baseVariables(parent);
      for (const name of names) this.#values.set(name, '');
      this.#isKnown = isWhole;
    } else {
      this.#isKnown = parent.#isKnown;
      this.#values = parent.#values.branch();
      this.#declared = parent.#declared.branch();
    }
  }

  /** What the words of an instruction become, before it takes effect; then it does. */
  enter(instruction: Instruction): Expansions {
    const expansions =
      instruction.keyword === 'ARG' ? this.#enterArg(instruction) : this.#expand(instruction);
    if (instruction.keyword === 'ENV') this.#enterEnv(instruction, expansions);
    return expansions;
  }

  #expand(instruction: Instruction): Expansions {
    const words = checkedWords(instruction);
    if (words.length === 0) return NOTHING;
    const expanded = new Map<Word, Expansion>();
    const undefinedVariables: UndefinedVariable[] = [];
    for (const { word, ignoresQuotes } of words) {
      if (isPlain(word.text)) continue;
      const escape = ignoresQuotes ? '\\' : this.#outside.escape;
      const expansion = expandWord(word.text, this.#values, { escape, ignoresQuotes });
      expanded.set(word, expansion);
      if (!UNCHECKED.has(instruction.keyword)) undefinedVariables.push(...this.#undefined(word, expansion));
    }
    return { words: expanded, undefinedVariables };
  }

  #undefined(word: Word, { unmatched }: Expansion): readonly UndefinedVariable[] {
    return (
      [...unmatched]
        .filter((name) => this.#declared.get(name) === undefined && !NO_VARIABLES.has(name))
        .map((name) => ({ name, word, suggestion: this.#suggestion(name) }))
        // What an unknown image sets is no mistake; what is nearly the name of another variable most likely is.
        .filter(({ suggestion }) => this.#isKnown || suggestion !== '')
    );
  }

  #suggestion(name: string): string {
    const names: string[] = [];
    for (const other of this.#values.keys()) {
      if (names.length === MOST_SUGGESTIONS) break;
      names.push(`$${other}`);
    }
    return didYouMean(`$${name}`, names);
  }

  #enterEnv({ pairs }: PairsInstruction, { words }: Expansions): void {
    for (const { key, value } of pairs) this.#set(textOf(key, words), value ? textOf(value, words) : '');
  }

  #enterArg({ pairs }: PairsInstruction): Expansions {
    const { given, globals, escape } = this.#outside;
    const expanded = new Map<Word, Expansion>();
    const undefinedVariables: UndefinedVariable[] = [];
    for (const { key, value } of pairs) {
      const name = key.text;
      let chosen = given.get(name) ?? (value ? undefined : globals.values.get(name));
      if (chosen === undefined && value) {
        const expansion = expandWord(value.text, this.#values, { escape });
        expanded.set(value, expansion);
        undefinedVariables.push(...this.#undefined(value, expansion));
        chosen = expansion.ok ? expansion.text : value.text;
      }
      if (chosen !== undefined && !NO_VARIABLES.has(name)) this.#set(name, chosen);
      this.#declared.set(name, '');
    }
    return { words: expanded, undefinedVariables };
  }

  #set(name: string, value: string): void {
    this.#values.set(name, value.slice(0, LONGEST_VALUE));
  }
}

function textOf(word: Word, words: ReadonlyMap<Word, Expansion>): string {
  const expansion = words.get(word);
  return expansion?.ok ? expansion.text : word.text;
}

type CheckedWord = { readonly word: Word; readonly ignoresQuotes: boolean };

/** The words that are resolved in the build, those of flags and of files written in place among them. */
function checkedWords(instruction: Instruction): readonly CheckedWord[] {
  const { keyword, flags, heredocs } = instruction;
  if (keyword === 'ONBUILD') return [];
  const words = expandedWords(instruction).map((word) => ({ word, ignoresQuotes: false }));
  const isCopy = keyword === 'COPY' || keyword === 'ADD';
  for (const { name, value, range } of flags) {
    const isExpanded = isCopy
      ? name === 'chown' || name === 'chmod' || name === 'checksum'
      : name === 'mount';
    if (isExpanded && keyword !== 'FROM' && value !== null)
      words.push({ word: { text: value, range }, ignoresQuotes: false });
  }
  if (isCopy)
    for (const { expands, content, range } of heredocs)
      if (expands) words.push({ word: { text: content, range }, ignoresQuotes: true });
  return words;
}
