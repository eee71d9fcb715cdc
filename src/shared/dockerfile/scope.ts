/** What stands for variables, folder, user and shell as a stage goes on, line by line. Pure. moby/buildkit dockerfile2llb/convert.go. */
import { BranchingValues } from './branching-values.js';
import type { Dockerfile, Instruction, PairsInstruction, Word } from './syntax.js';
import { expandWord, type Values } from './words.js';

/** The build arguments that are given from outside, by name. */
export type Given = ReadonlyMap<string, string>;

/** Known without a declaration, and no part of what a step is remembered by: moby/buildkit dockerfile2llb defaultArgs. */
const PROXIES = /^(?:https?|ftp|no|all)_proxy$/i;
/** Without any of these a word is what it says. */
const EXPANDED = /[$'"\\`]/;
/** No system takes more; relative folders upon an endless one would take all the time there is. */
const LONGEST_PATH = 16_384;
const DEFAULT_SHELL = ['/bin/sh', '-c'];

/** The values of the ARGs before the first FROM. */
export function globalsOf(file: Dockerfile, given: Given): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { pairs } of file.globals)
    for (const { key, value } of pairs) {
      const chosen = given.get(key.text) ?? (value && expand(value.text, values, file.escape));
      if (typeof chosen === 'string') values.set(key.text, chosen);
    }
  return values;
}

/** A word with its variables replaced and its quotes taken off; as it is written when that can't be done. */
export function expand(text: string, values: Values, escape: Dockerfile['escape']): string {
  if (!EXPANDED.test(text)) return text;
  const expansion = expandWord(text, values, { escape });
  return expansion.ok ? expansion.text : text;
}

export class Scope {
  readonly #escape: Dockerfile['escape'];
  readonly #given: Given;
  readonly #globals: ReadonlyMap<string, string>;
  /** What ENV has set, here and in the stages below; it wins over ARG, which ends with its stage. */
  readonly #env: BranchingValues;
  readonly #args = new Map<string, string>();
  readonly #values: Values;
  folder: string;
  user: string;
  shell: readonly string[];

  /** @param parent the stage that this one is built on */
  constructor(
    escape: Dockerfile['escape'],
    given: Given,
    globals: ReadonlyMap<string, string>,
    parent: Scope | null,
  ) {
    this.#escape = escape;
    this.#given = given;
    this.#globals = globals;
    this.#env = parent ? parent.#env.branch() : BranchingValues.empty();
    this.#values = {
      get: (name) => this.#env.get(name) ?? this.#args.get(name),
      keys: () => new Set([...this.#env.keys(), ...this.#args.keys()]),
    };
    this.folder = parent?.folder ?? '/';
    this.user = parent?.user ?? '';
    this.shell = parent?.shell ?? DEFAULT_SHELL;
  }

  /** What RUN steps find in their environment, by name: the same whatever order it was set in. */
  get environment(): readonly string[] {
    return [...this.#values.keys()]
      .sort()
      .filter((name) => !PROXIES.test(name))
      .map((name) => `${name}=${this.#values.get(name) ?? ''}`);
  }

  expand(word: Word | string): string {
    return expand(typeof word === 'string' ? word : word.text, this.#values, this.#escape);
  }

  /** For reading: variables that nobody has set yet stay as they are written. */
  shown(text: string): string {
    if (!EXPANDED.test(text)) return text;
    const expansion = expandWord(text, this.#values, { escape: this.#escape, keepsUnset: true });
    return expansion.ok ? expansion.text : text;
  }

  /** Where a path leads from the folder that WORKDIR has set. */
  resolve(path: string): string {
    const whole = (path.startsWith('/') ? path : `${this.folder}/${path}`).slice(0, LONGEST_PATH);
    const parts: string[] = [];
    for (const part of whole.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  /** Takes in what an instruction sets. */
  apply(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'ENV':
        return this.#applyEnv(instruction);
      case 'ARG':
        return this.#applyArg(instruction);
      case 'WORKDIR':
        this.folder = this.resolve(this.expand(instruction.words[0]?.text ?? '/'));
        return;
      case 'USER':
        this.user = this.expand(instruction.words[0]?.text ?? '');
        return;
      case 'SHELL':
        if (instruction.command.form === 'exec') this.shell = instruction.command.items;
        return;
      default:
        return;
    }
  }

  /** All values of one ENV are read before the first of them is set. */
  #applyEnv({ pairs }: PairsInstruction): void {
    const read = pairs.map(({ key, value }) => [this.expand(key), this.expand(value?.text ?? '')] as const);
    for (const [name, value] of read) this.#env.set(name, value);
  }

  #applyArg({ pairs }: PairsInstruction): void {
    for (const { key, value } of pairs) {
      const name = key.text;
      // ENV wins over ARG.
      if (this.#env.get(name) !== undefined) continue;
      const chosen = this.#given.get(name) ?? (value ? this.expand(value.text) : this.#globals.get(name));
      if (chosen !== undefined) this.#args.set(name, chosen);
    }
  }
}
