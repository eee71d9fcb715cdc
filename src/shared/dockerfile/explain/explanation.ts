/** What an explanation says, and what it is made from. Types only. */
import type { Given, Scope } from '../scope.js';
import type { CommandInstruction, Dockerfile, Instruction, Stage } from '../syntax.js';
import type { StageNames } from './stages.js';

/** One instruction in plain words. What stands between backquotes is code. */
export type Explanation = {
  readonly instruction: Instruction;
  /** What it does, in one or two sentences. */
  readonly text: string;
  /** What it is about: what the image stands on, its files, its settings, or only the build. */
  readonly effect: 'base' | 'filesystem' | 'settings' | 'build-only';
  /** Whether it makes a layer, be it an empty one. */
  readonly makesLayer: boolean;
  /** When its step runs again, or what makes others run again; empty when nothing does. */
  readonly invalidatedBy: string;
  /** What it leaves for run time, and what it doesn't; null when there is nothing to say. */
  readonly atRunTime: string | null;
};

/** What a family of instructions says; the instruction is added by whoever asked. */
export type Words = Omit<Explanation, 'instruction'>;

export type Starts = {
  readonly cmd: CommandInstruction | null;
  readonly entrypoint: CommandInstruction | null;
};

/** What is known where an instruction stands: of the lines above it, and of its whole stage. */
export type Place = {
  readonly file: Dockerfile;
  /** Null above the first FROM. */
  readonly stage: Stage | null;
  readonly isLastStage: boolean;
  /** Variables, folder, user and shell as the lines above have left them. */
  readonly scope: Scope;
  /** The build arguments that the stage's lines above have declared: RUN is remembered by all of them. */
  readonly declared: ReadonlySet<string>;
  /** Those that are declared above the first FROM. */
  readonly global: ReadonlySet<string>;
  /** The stage's last CMD and ENTRYPOINT, which are those that count. */
  readonly starts: Starts;
  /** Build arguments that have a value from outside. */
  readonly given: Given;
  readonly names: StageNames;
  /** Stages that the last one is made with. */
  readonly needed: ReadonlySet<Stage>;
};
