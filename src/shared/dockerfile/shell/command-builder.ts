/** Gathers the words of one command after the other, and knows which of them are the shell's own: `if`, `do`, `esac`. */
import type { Assignment, ShellCommand, ShellWord } from './script.js';
import { wrappedCommand } from './wrapper.js';

/** What the next word is: one of a command, or of what stands before `do`, `in`, `)`, `]]`. */
type Mode = 'command' | 'loop' | 'case' | 'pattern' | 'function' | 'test';

const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/;
/** A command follows right after them. */
const BEFORE_COMMANDS: ReadonlySet<string> = new Set([
  'if',
  'then',
  'elif',
  'else',
  'while',
  'until',
  'do',
  '{',
]);
const AFTER_COMMANDS: ReadonlySet<string> = new Set(['fi', 'done', '}']);
const TRANSPARENT: ReadonlySet<string> = new Set(['!', 'time']);
/** `sudo env nice …`: one inside the other, no further than this. */
const MOST_WRAPPERS = 8;

export class CommandBuilder {
  /** Whether a construct of the shell was met. */
  isFlat = true;
  #mode: Mode = 'command';
  #cases = 0;
  #words: ShellWord[] = [];
  #assignments: Assignment[] = [];

  /** @param commands takes what is gathered */
  constructor(
    private readonly commands: ShellCommand[],
    private readonly depth: number,
  ) {}

  get isTest(): boolean {
    return this.#mode === 'test';
  }

  /** Whether a `)` now ends the pattern of a `case`. */
  get isPattern(): boolean {
    return this.#mode === 'pattern';
  }

  get isEmpty(): boolean {
    return this.#words.length === 0 && this.#assignments.length === 0;
  }

  /** Whether `name ()` would define a function. */
  get isOneWord(): boolean {
    return this.#mode === 'command' && this.#words.length === 1 && this.#assignments.length === 0;
  }

  add(word: ShellWord): void {
    switch (this.#mode) {
      case 'loop':
        if (word.raw === 'do') this.#mode = 'command';
        return;
      case 'case':
        if (word.raw !== 'in') return;
        this.#cases++;
        this.#mode = 'pattern';
        return;
      case 'pattern':
        if (word.raw === 'esac') this.#endCase();
        return;
      case 'function':
        this.#mode = 'command';
        return;
      case 'test':
        this.#words.push(word);
        if (word.raw === ']]') this.#mode = 'command';
        return;
      case 'command':
        if (!this.isEmpty || !this.#isReserved(word.raw)) this.#push(word);
    }
  }

  #isReserved(word: string): boolean {
    if (TRANSPARENT.has(word)) return true;
    if (BEFORE_COMMANDS.has(word) || AFTER_COMMANDS.has(word)) this.isFlat = false;
    else if (word === 'for' || word === 'select') this.#enter('loop');
    else if (word === 'case') this.#enter('case');
    else if (word === 'function') this.#enter('function');
    else if (word === 'esac') this.#endCase();
    else return false;
    return true;
  }

  #enter(mode: Mode): void {
    this.isFlat = false;
    this.#mode = mode;
  }

  #endCase(): void {
    this.#cases = Math.max(0, this.#cases - 1);
    this.#mode = 'command';
  }

  #push(word: ShellWord): void {
    const name = this.#words.length === 0 ? ASSIGNMENT.exec(word.raw) : null;
    if (name) {
      const value = word.text.slice(word.text.indexOf('=') + 1);
      this.#assignments.push({ name: name[1] ?? '', value });
    } else {
      if (this.isEmpty && word.raw === '[[') this.#mode = 'test';
      this.#words.push(word);
    }
  }

  /** The pattern of a `case` is over. */
  endPattern(): void {
    this.#mode = 'command';
  }

  /** `;;`: the next pattern follows. */
  endBranch(): void {
    this.end();
    if (this.#cases > 0) this.#mode = 'pattern';
  }

  /** What was gathered is no command: a function's name. */
  drop(): void {
    this.isFlat = false;
    this.#words = [];
    this.#assignments = [];
  }

  /** The command is over. */
  end(): void {
    if (this.#mode === 'pattern' || this.#mode === 'case') return;
    this.#mode = 'command';
    if (this.isEmpty) return;
    const words = this.#words;
    const first = words[0];
    const start = first?.start ?? 0;
    const command: ShellCommand = {
      name: first?.text ?? '',
      words,
      assignments: this.#assignments,
      through: null,
      depth: this.depth,
      start,
      end: words.at(-1)?.end ?? start,
    };
    this.#words = [];
    this.#assignments = [];
    this.commands.push(command);
    let inner = wrappedCommand(command);
    for (let count = 0; inner && count < MOST_WRAPPERS; count++) {
      this.commands.push(inner);
      inner = wrappedCommand(inner);
    }
  }
}
