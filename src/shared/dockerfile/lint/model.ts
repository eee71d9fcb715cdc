/** A Dockerfile as the rules see it: made once, in one pass, and read by each of them. */
import { Source } from '../source.js';
import type { Dockerfile, Instruction, Stage, Word } from '../syntax.js';
import { expandWord, type Expansion } from '../words.js';
import { Environment, type Expansions, type UndefinedVariable } from './environment.js';
import { globalScopeOf, type GlobalScope } from './global-scope.js';
import type { LabelKind } from './hadolint/label-values.js';
import type { Severity } from './rule.js';

/** What is known besides the text. */
export type LintOptions = {
  /** Build arguments that are given from outside, by name. */
  readonly arguments?: ReadonlyMap<string, string>;
  readonly ignoreFile?: {
    /** Whether it leaves out a path of the context, which is written with `/` and from the project's folder. */
    readonly excludes: (path: string) => boolean;
    /** Whether it has lines that begin with `!`. */
    readonly hasExceptions: boolean;
  };
  /** What an image that is here was made for, `linux/amd64`; null when it isn't here. */
  readonly platformOf?: (image: string) => string | null;
  /** What the build is for, `linux/amd64`. */
  readonly targetPlatform?: string;
  /** What a project asks of hadolint's rules beyond their own. */
  readonly hadolint?: HadolintOptions;
};

export type HadolintOptions = {
  /** Hosts, with `*` for any characters; all are, when there are none. */
  readonly allowedRegistries?: readonly string[];
  /** The labels that images are to have, and what each holds. */
  readonly labels?: ReadonlyMap<string, LabelKind>;
  /** Whether they are to have no others. */
  readonly areLabelsStrict?: boolean;
  /** Rules that the project doesn't want to hear of. */
  readonly ignored?: ReadonlySet<string>;
  /** How much a rule matters to the project, where that isn't as the rule has it. */
  readonly severities?: ReadonlyMap<string, Severity>;
};

/** One instruction in its place. */
export type Step = {
  /** As it is written. */
  readonly instruction: Instruction;
  /** What it does: of an ONBUILD the instruction that it keeps for later, else itself. */
  readonly effective: Instruction;
  /** Null above the first FROM. */
  readonly stage: StageModel | null;
  /** What runs the shell forms here. */
  readonly shell: readonly string[];
  /** Whether a SHELL in this stage, or in one that it is built on, chose it. */
  readonly isShellChosen: boolean;
  /** What becomes of a word of the instruction whose variables the build resolves. */
  readonly expansion: (word: Word) => Expansion;
  readonly undefinedVariables: readonly UndefinedVariable[];
};

export type StageModel = {
  readonly stage: Stage;
  /** The image or stage after FROM, its variables resolved. */
  readonly image: string;
  /** The stage that this one is built on. */
  readonly parent: StageModel | null;
  /** FROM first. */
  readonly steps: readonly Step[];
};

export type Model = {
  readonly file: Dockerfile;
  /** The text by its lines, for ranges that the tree has not. */
  readonly source: Source;
  readonly options: LintOptions;
  readonly globals: GlobalScope;
  /** All, in the order of the file. */
  readonly steps: readonly Step[];
  readonly stages: readonly StageModel[];
};

const DEFAULT_SHELL = ['/bin/sh', '-c'];
const NO_VALUES: ReadonlyMap<string, string> = new Map();

export function modelOf(file: Dockerfile, text: string, options: LintOptions): Model {
  const { escape } = file;
  const given = options.arguments ?? NO_VALUES;
  const globals = globalScopeOf(file, given);
  const outside = { escape, globals, given };
  const stages: StageBuilder[] = [];
  const byName = new Map<string, StageBuilder>();
  const above = new Environment(outside, '');
  const steps = file.instructions.map((instruction) => {
    const stage = instruction.keyword === 'FROM' ? file.stages[stages.length] : undefined;
    if (stage) {
      const image = textOf(expandWord(stage.from.image?.text ?? '', globals.values, { escape }), stage);
      const parent = byName.get(image) ?? null;
      const builder = new StageBuilder(
        stage,
        image,
        parent,
        new Environment(outside, parent?.environment ?? image),
      );
      stages.push(builder);
      if (stage.name !== null) byName.set(stage.name, builder);
    }
    return (
      stages.at(-1)?.add(instruction, escape) ??
      toStep(instruction, above.enter(instruction), escape, null, DEFAULT_SHELL, false)
    );
  });
  return { file, source: new Source(text), options, globals, steps, stages };
}

function textOf(expansion: Expansion, { from }: Stage): string {
  return expansion.ok ? expansion.text : (from.image?.text ?? '');
}

class StageBuilder implements StageModel {
  readonly steps: Step[] = [];
  #shell: readonly string[];
  #isShellChosen: boolean;

  constructor(
    readonly stage: Stage,
    readonly image: string,
    readonly parent: StageModel | null,
    readonly environment: Environment,
  ) {
    const last = parent?.steps.at(-1);
    this.#shell = last?.shell ?? DEFAULT_SHELL;
    this.#isShellChosen = last?.isShellChosen ?? false;
  }

  add(instruction: Instruction, escape: Dockerfile['escape']): Step {
    if (instruction.keyword === 'SHELL' && instruction.command.form === 'exec') {
      this.#shell = instruction.command.items;
      this.#isShellChosen = true;
    }
    const expansions = this.environment.enter(instruction);
    const step = toStep(instruction, expansions, escape, this, this.#shell, this.#isShellChosen);
    this.steps.push(step);
    return step;
  }
}

function toStep(
  instruction: Instruction,
  { words, undefinedVariables }: Expansions,
  escape: Dockerfile['escape'],
  stage: StageModel | null,
  shell: readonly string[],
  isShellChosen: boolean,
): Step {
  const effective = (instruction.keyword === 'ONBUILD' ? instruction.instruction : null) ?? instruction;
  const expansion = (word: Word): Expansion =>
    words.get(word) ?? expandWord(word.text, NO_VALUES, { escape, keepsUnset: true });
  return { instruction, effective, stage, shell, isShellChosen, expansion, undefinedVariables };
}
