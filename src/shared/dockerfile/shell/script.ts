/** The text of a shell as its commands, one after the other: what checks and explanations of RUN read. Types only. */

/** UTF-16 units from the start of the script's text; `end` is the place after the last character. */
export type Span = { readonly start: number; readonly end: number };

export type ShellWord = Span & {
  /** Without quotes and escapes; variables and substitutions as they are written. */
  readonly text: string;
  /** As it is written. */
  readonly raw: string;
};

/** `NAME=value`, before a command or in its place. */
export type Assignment = { readonly name: string; readonly value: string };

export type ShellCommand = Span & {
  /** The first word's text; empty where there are only assignments or redirections. */
  readonly name: string;
  /** The name first; redirections are none of them. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly Assignment[];
  /** What this one was given to, to be run: `sudo` of `sudo apt-get update`. The command around it stands before it. */
  readonly through: string | null;
  /** How many substitutions, `$(…)` or backquotes, it is inside of. */
  readonly depth: number;
};

export type Operator = '&&' | '||' | '|' | '|&' | '&' | ';';

/** What stands between two commands; a line's end counts as `;`. */
export type Joint = Span & { readonly operator: Operator; readonly depth: number };

export type Script = {
  readonly text: string;
  /** In the order in which they begin. */
  readonly commands: readonly ShellCommand[];
  readonly joints: readonly Joint[];
  /** No `if`, loop, `case`, group, function or subshell. */
  readonly isFlat: boolean;
};
