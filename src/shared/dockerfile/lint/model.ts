/** A Dockerfile as the rules see it: made once, read by each of them. */
import type { Dockerfile, Instruction, Stage } from '../syntax.js';

/** What is known besides the text. */
export type LintOptions = {
  /** Build arguments that are given from outside, by name. */
  readonly arguments?: ReadonlyMap<string, string>;
  /** Whether the ignore file leaves out a path of the context, which is written with `/` and from the project's folder. */
  readonly isIgnored?: (path: string) => boolean;
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
};

export type StageModel = {
  readonly stage: Stage;
  /** The stage that this one is built on. */
  readonly parent: StageModel | null;
  /** Those of its instructions, FROM first. */
  readonly steps: readonly Step[];
};

export type Model = {
  readonly file: Dockerfile;
  readonly text: string;
  readonly options: LintOptions;
  /** All, in the order of the file. */
  readonly steps: readonly Step[];
  readonly stages: readonly StageModel[];
};

const DEFAULT_SHELL = ['/bin/sh', '-c'];

export function modelOf(file: Dockerfile, text: string, options: LintOptions): Model {
  const stages: StageModel[] = [];
  const steps: Step[] = [];
  let builder: StageBuilder | null = null;
  for (const instruction of file.instructions) {
    const stage = instruction.keyword === 'FROM' ? file.stages[stages.length] : undefined;
    if (stage) {
      builder = new StageBuilder(stage, parentOf(stage, stages));
      stages.push(builder);
    }
    steps.push(builder ? builder.add(instruction) : toStep(instruction, null, DEFAULT_SHELL, false));
  }
  return { file, text, options, steps, stages };
}

/** The last stage above that has the name. */
function parentOf(stage: Stage, above: readonly StageModel[]): StageModel | null {
  const name = stage.from.image?.text.toLowerCase();
  return above.findLast((other) => other.stage.name !== null && other.stage.name === name) ?? null;
}

class StageBuilder implements StageModel {
  readonly steps: Step[] = [];
  #shell: readonly string[];
  #isShellChosen: boolean;

  constructor(
    readonly stage: Stage,
    readonly parent: StageModel | null,
  ) {
    const last = parent?.steps.at(-1);
    this.#shell = last?.shell ?? DEFAULT_SHELL;
    this.#isShellChosen = last?.isShellChosen ?? false;
  }

  add(instruction: Instruction): Step {
    if (instruction.keyword === 'SHELL' && instruction.command.form === 'exec') {
      this.#shell = instruction.command.items;
      this.#isShellChosen = true;
    }
    const step = toStep(instruction, this, this.#shell, this.#isShellChosen);
    this.steps.push(step);
    return step;
  }
}

function toStep(
  instruction: Instruction,
  stage: StageModel | null,
  shell: readonly string[],
  isShellChosen: boolean,
): Step {
  const effective = (instruction.keyword === 'ONBUILD' ? instruction.instruction : null) ?? instruction;
  return { instruction, effective, stage, shell, isShellChosen };
}
