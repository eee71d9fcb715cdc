/** Reads the text of a POSIX shell, with the commonest of bash, into its commands: what they are called and given. */
import { CommandBuilder } from './command-builder.js';
import type { Joint, Operator, Script, ShellCommand } from './script.js';

/** What ends the commands that are read: a substitution's end, or the text's. */
type Closing = ')' | '`' | null;

/** Constructs inside each other are read no deeper than this; what is inside is then part of the word. */
const MOST_DEPTH = 48;
const BLANK = /[ \t\r]/;
const NO_WORD = /[ \t\r\n;&|()<>]/;
/** What means nothing but itself, in a word and in double quotes. */
const PLAIN = /[^ \t\r\n;&|()<>\\'"$`]+/y;
const PLAIN_QUOTED = /[^"\\$`]+/y;

/** In one pass, in time that grows with the text's length alone. Never throws: what doesn't close lasts to the end. */
export function readScript(text: string): Script {
  const reader = new ScriptReader(text);
  reader.readList(null, 0);
  const commands = reader.commands.sort((one, other) => one.start - other.start);
  return { text, commands, joints: reader.joints, isFlat: reader.isFlat };
}

class ScriptReader {
  readonly commands: ShellCommand[] = [];
  readonly joints: Joint[] = [];
  isFlat = true;
  #at = 0;
  #nesting = 0;
  /** The heredocs whose bodies follow the line. */
  #heredocs: { readonly name: string; readonly chomps: boolean }[] = [];

  constructor(private readonly text: string) {}

  /** Up to the closing, which is taken. */
  readList(closing: Closing, depth: number): void {
    const builder = new CommandBuilder(this.commands, depth);
    this.#nesting++;
    while (this.#at < this.text.length && !this.#readNext(builder, closing, depth));
    this.#nesting--;
    builder.end();
    this.isFlat &&= builder.isFlat;
  }

  /** Whether it was the closing. */
  #readNext(builder: CommandBuilder, closing: Closing, depth: number): boolean {
    const char = this.text.charAt(this.#at);
    if (BLANK.test(char)) this.#at++;
    else if (char === '\\' && this.#isLineEnd(this.#at + 1)) this.#skipContinuation();
    else if (char === '#') this.#skipTo('\n');
    else if (char === '`' && closing === '`') {
      this.#at++;
      return true;
    } else if (char === '\n') {
      this.#join(builder, ';', 1, depth);
      this.#skipHeredocs();
    } else if (char === '<' || char === '>') this.#readRedirection(builder, depth);
    else if (builder.isTest && NO_WORD.test(char)) this.#at++;
    else if (char === '(') this.#readGroup(builder, depth);
    else if (char === ')') {
      this.#at++;
      if (builder.isPattern) builder.endPattern();
      else if (closing === ')') return true;
      else builder.end();
    } else if (NO_WORD.test(char)) this.#readOperator(builder, depth);
    else this.#readArgument(builder, closing, depth);
    return false;
  }

  #readOperator(builder: CommandBuilder, depth: number): void {
    const two = this.text.slice(this.#at, this.#at + 2);
    if (two === ';;' || two === ';&') {
      this.#at += this.text.startsWith(';;&', this.#at) ? 3 : 2;
      builder.endBranch();
    } else if (two === '&>') this.#at++;
    else if (two === '&&' || two === '||' || two === '|&') this.#join(builder, two, 2, depth);
    else {
      const one = two.charAt(0);
      if (one === ';' || one === '&' || one === '|') this.#join(builder, one, 1, depth);
      else this.#at++;
    }
  }

  #join(builder: CommandBuilder, operator: Operator, length: number, depth: number): void {
    const start = this.#at;
    this.#at += length;
    if (builder.isPattern) return;
    if (!builder.isEmpty || operator !== ';') this.joints.push({ operator, depth, start, end: this.#at });
    builder.end();
  }

  /** A subshell, an arithmetic command, the `()` of a function. */
  #readGroup(builder: CommandBuilder, depth: number): void {
    if (builder.isPattern) this.#at++;
    else if (builder.isOneWord) {
      builder.drop();
      this.#at++;
      while (BLANK.test(this.text.charAt(this.#at))) this.#at++;
      if (this.text.charAt(this.#at) === ')') this.#at++;
    } else if (builder.isEmpty && this.text.startsWith('((', this.#at)) this.#skipParentheses();
    else if (builder.isEmpty && this.#nesting < MOST_DEPTH) {
      this.isFlat = false;
      this.#at++;
      this.readList(')', depth);
    } else this.#at++;
  }

  #readRedirection(builder: CommandBuilder, depth: number): void {
    const operator =
      /^(?:<<<|<<-|<<|<&|<>|<\(|<|>>|>\||>&|>\(|>)/.exec(this.text.slice(this.#at, this.#at + 3))?.[0] ?? '<';
    this.#at += operator.length;
    if (builder.isTest) return;
    if (operator.endsWith('(')) {
      if (this.#nesting < MOST_DEPTH) this.readList(')', depth + 1);
      return;
    }
    while (BLANK.test(this.text.charAt(this.#at))) this.#at++;
    const target = this.#readWord(depth, null);
    if (operator === '<<' || operator === '<<-')
      this.#heredocs.push({ name: target, chomps: operator === '<<-' });
  }

  #readArgument(builder: CommandBuilder, closing: Closing, depth: number): void {
    const start = this.#at;
    const text = this.#readWord(depth, closing);
    // What can't be part of a word is passed over, so that reading goes on.
    if (this.#at === start) this.#at++;
    const raw = this.text.slice(start, this.#at);
    const isDescriptor = /^\d+$/.test(raw) && /[<>]/.test(this.text.charAt(this.#at));
    if (!isDescriptor) builder.add({ text, raw, start, end: this.#at });
  }

  /** Its text without quotes and escapes; empty where none begins. */
  #readWord(depth: number, closing: Closing): string {
    let text = '';
    while (this.#at < this.text.length) {
      const start = this.#at;
      const char = this.text.charAt(start);
      if (char === '`' && closing === '`') break;
      if (char === '(' && text.endsWith('=')) {
        this.#skipParentheses();
        text += this.text.slice(start, this.#at);
      } else if (NO_WORD.test(char)) break;
      else if (char === '\\') text += this.#readEscape();
      else if (char === "'") {
        this.#at++;
        this.#skipTo("'");
        text += this.text.slice(start + 1, this.#at);
        this.#at++;
      } else if (char === '"') text += this.#readQuoted(depth);
      else if (char === '$' || char === '`') text += this.#readExpansion(depth);
      else text += this.#readPlain(PLAIN);
    }
    this.#at = Math.min(this.#at, this.text.length);
    return text;
  }

  #readEscape(): string {
    if (this.#isLineEnd(this.#at + 1)) {
      this.#skipContinuation();
      return '';
    }
    this.#at += 2;
    return this.text.charAt(this.#at - 1);
  }

  #readQuoted(depth: number): string {
    let text = '';
    this.#at++;
    while (this.#at < this.text.length) {
      const char = this.text.charAt(this.#at);
      const next = this.text.charAt(this.#at + 1);
      if (char === '"') break;
      if (char === '\\' && (/["\\$`]/.test(next) || this.#isLineEnd(this.#at + 1)))
        text += this.#readEscape();
      else if (char === '$' || char === '`') text += this.#readExpansion(depth);
      else text += this.#readPlain(PLAIN_QUOTED);
    }
    this.#at++;
    return text;
  }

  /** As far as the characters are plain ones; at least one. */
  #readPlain(plain: RegExp): string {
    plain.lastIndex = this.#at;
    const text = plain.exec(this.text)?.[0] ?? this.text.charAt(this.#at);
    this.#at += text.length;
    return text;
  }

  /** `$name`, `${…}`, `$(…)`, `$((…))`, backquotes: as they are written. The commands in them are read. */
  #readExpansion(depth: number): string {
    const start = this.#at;
    const rest = this.text.slice(start, start + 3);
    if (rest.startsWith('$((')) {
      this.#at++;
      this.#skipParentheses();
    } else if (rest.startsWith('$(') && this.#nesting < MOST_DEPTH) {
      this.#at += 2;
      this.readList(')', depth + 1);
    } else if (rest.startsWith('${')) this.#skipBraces(depth);
    else if (rest.startsWith('`') && this.#nesting < MOST_DEPTH) {
      this.#at++;
      this.readList('`', depth + 1);
    } else this.#at++;
    return this.text.slice(start, this.#at);
  }

  /** `${…}`, from its `$`. */
  #skipBraces(depth: number): void {
    this.#at += 2;
    for (let open = 1; open > 0 && this.#at < this.text.length;) {
      const char = this.text.charAt(this.#at);
      if (char === '$' && this.text.charAt(this.#at + 1) === '(') this.#readExpansion(depth);
      else {
        if (char === '\\') this.#at++;
        else if (char === '{') open++;
        else if (char === '}') open--;
        this.#at++;
      }
    }
    this.#at = Math.min(this.#at, this.text.length);
  }

  /** From an opening parenthesis to after the one that closes it. */
  #skipParentheses(): void {
    let open = 0;
    do {
      const char = this.text.charAt(this.#at);
      if (char === '\\') this.#at++;
      else if (char === "'") {
        this.#at++;
        this.#skipTo("'");
      } else if (char === '(') open++;
      else if (char === ')') open--;
      this.#at++;
    } while (open > 0 && this.#at < this.text.length);
    this.#at = Math.min(this.#at, this.text.length);
  }

  #skipTo(char: string): void {
    const found = this.text.indexOf(char, this.#at);
    this.#at = found < 0 ? this.text.length : found;
  }

  #isLineEnd(at: number): boolean {
    return this.text.charAt(at) === '\n' || this.text.startsWith('\r\n', at);
  }

  #skipContinuation(): void {
    this.#skipTo('\n');
    this.#at++;
  }

  #skipHeredocs(): void {
    for (const { name, chomps } of this.#heredocs) {
      for (let isOpen = true; isOpen && this.#at < this.text.length;) {
        const start = this.#at;
        this.#skipContinuation();
        const line = this.text.slice(start, this.#at).replace(/\r?\n$/, '');
        isOpen = (chomps ? line.replace(/^\t+/, '') : line) !== name;
      }
    }
    this.#heredocs = [];
  }
}
