/** A Dockerfile as a tree: what the parser gives, and checks, explanations, forecast and editor read. Types only. */

export type Position = {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
};

/** `end` is the place after the last character. */
export type Range = { readonly start: Position; readonly end: Position };

/** A word as it is written, quotes and variables and all, without the continuations inside it. */
export type Word = { readonly text: string; readonly range: Range };

/** `--from=build`; a flag without `=` has no value. */
export type Flag = {
  /** As it is written, without the dashes: BuildKit knows flags in lowercase only. */
  readonly name: string;
  readonly value: string | null;
  readonly range: Range;
};

export type Comment = {
  /** What follows the `#`, trimmed. */
  readonly text: string;
  readonly range: Range;
};

/** `# syntax=…`, `# escape=…`, `# check=…` above everything else. */
export type Directive = {
  readonly name: 'syntax' | 'escape' | 'check';
  /** All of it; BuildKit goes by what stands before its first space. */
  readonly value: string;
  readonly range: Range;
};

export type Heredoc = {
  readonly name: string;
  /** False when its name is quoted: then variables in it stay as they are. */
  readonly expands: boolean;
  /** `<<-`: tabs at the start of its lines are left out of `content`. */
  readonly chomps: boolean;
  /** Of the shell that reads it; 0 unless it is written. */
  readonly fileDescriptor: number;
  readonly content: string;
  /** The body's lines, without the one that ends it. */
  readonly range: Range;
};

/** `ENV a=1 b=2`; the value is null for an `ARG` without a default. */
export type Pair = {
  readonly key: Word;
  readonly value: Word | null;
};

/** The exec form is a JSON array of strings, the shell form everything else. */
export type Command =
  | { readonly form: 'exec'; readonly items: readonly string[]; readonly range: Range }
  | {
      readonly form: 'shell';
      /** Continuations joined as BuildKit joins them. */
      readonly text: string;
      readonly range: Range;
    };

type Common = {
  /** As it is written. */
  readonly keywordText: string;
  readonly keywordRange: Range;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** All of it but heredoc bodies, continuations joined as BuildKit joins them: what a build's step is named by. */
  readonly text: string;
  /** Everything after the keyword and its flags, continuations joined as BuildKit joins them, without heredoc bodies. */
  readonly value: string;
  /** From the keyword to the end of the last line, the last heredoc's end included. */
  readonly range: Range;
  /** The comments right above it, with no blank line between. */
  readonly comments: readonly Comment[];
  /** The comments between its lines. */
  readonly innerComments: readonly Comment[];
};

export type FromInstruction = Common & {
  readonly keyword: 'FROM';
  /** Null when it is missing. */
  readonly image: Word | null;
  /** The `AS` as it is written, and the stage's name. */
  readonly as: Word | null;
  readonly name: Word | null;
};

export type CopyInstruction = Common & {
  readonly keyword: 'COPY' | 'ADD';
  /** Heredocs that are sources stand here too, as they are written: `<<EOF`. */
  readonly sources: readonly Word[];
  readonly destination: Word | null;
};

export type CommandInstruction = Common & {
  readonly keyword: 'RUN' | 'CMD' | 'ENTRYPOINT' | 'SHELL';
  readonly command: Command;
};

export type PairsInstruction = Common & {
  readonly keyword: 'ENV' | 'LABEL' | 'ARG';
  readonly pairs: readonly Pair[];
  /** `ENV key the rest`: one pair without an equals sign. */
  readonly isOldForm: boolean;
};

export type WordsInstruction = Common & {
  readonly keyword: 'EXPOSE' | 'VOLUME' | 'WORKDIR' | 'USER' | 'STOPSIGNAL' | 'MAINTAINER';
  /** VOLUME's may have been a JSON array. */
  readonly words: readonly Word[];
};

export type HealthcheckInstruction = Common & {
  readonly keyword: 'HEALTHCHECK';
  /** Null for `HEALTHCHECK NONE`, and when it is missing. */
  readonly command: Command | null;
  readonly isNone: boolean;
};

export type OnbuildInstruction = Common & {
  readonly keyword: 'ONBUILD';
  readonly instruction: Instruction | null;
};

export type UnknownInstruction = Common & {
  readonly keyword: 'UNKNOWN';
};

export type Instruction =
  | FromInstruction
  | CopyInstruction
  | CommandInstruction
  | PairsInstruction
  | WordsInstruction
  | HealthcheckInstruction
  | OnbuildInstruction
  | UnknownInstruction;

export type Stage = {
  /** From 0. */
  readonly index: number;
  /** As it was named with AS, lowercase as BuildKit compares it; else null. */
  readonly name: string | null;
  readonly from: FromInstruction;
  /** FROM first. */
  readonly instructions: readonly Instruction[];
};

/** What the engine would refuse, or what could not be read. */
export type Diagnostic = {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly range: Range;
};

export type Dockerfile = {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** In order, whatever stage they belong to. */
  readonly instructions: readonly Instruction[];
  /** The ARGs before the first FROM. */
  readonly globals: readonly PairsInstruction[];
  readonly stages: readonly Stage[];
  /** All of them, in order, those inside instructions included; directives are none. */
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
};
