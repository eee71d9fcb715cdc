/** Where a stage copies, installs, and could install earlier: what the checks of order and of breadth both read. */
import type { Instruction, Range } from '../../syntax.js';
import { runsOf, type Run } from '../hadolint/run.js';
import type { Model, StageModel, Step } from '../model.js';
import { contextCopyOf, type ContextCopy } from './copies.js';
import { installOf, type Install } from './installs.js';

/** A RUN that installs. */
export type InstallRun = {
  readonly run: Run;
  readonly step: Step;
  readonly installs: readonly Install[];
  /** Whether it does nothing else. */
  readonly isOnlyInstalls: boolean;
  /** The place of its step in the stage. */
  readonly index: number;
};

export type StageLayout = {
  readonly stage: StageModel;
  /** With the place of each in the stage. */
  readonly copies: readonly (ContextCopy & { readonly index: number })[];
  readonly installRuns: readonly InstallRun[];
};

/** Around an install these change nothing that it needs, and need nothing that the project brings. */
const HARMLESS: ReadonlySet<string> = new Set(['true', ':', 'echo', 'set', 'sudo']);
const HARMLESS_WITH: ReadonlyMap<string, readonly string[]> = new Map([
  ['apt-get', ['update', 'clean', 'autoclean', 'autoremove']],
  ['apt', ['update', 'clean', 'autoclean', 'autoremove']],
  ['apk', ['update', 'cache']],
  ['yum', ['clean', 'makecache']],
  ['dnf', ['clean', 'makecache']],
  ['microdnf', ['clean']],
  ['npm', ['cache', 'config']],
  ['yarn', ['cache', 'config']],
  ['pip', ['cache']],
]);

const layouts = new WeakMap<Model, readonly StageLayout[]>();

export function layoutsOf(model: Model): readonly StageLayout[] {
  const known = layouts.get(model);
  if (known) return known;
  const runs = new Map(runsOf(model).map((run) => [run.step, run]));
  const found = model.stages.map((stage) => layoutOf(stage, runs));
  layouts.set(model, found);
  return found;
}

function layoutOf(stage: StageModel, runs: ReadonlyMap<Step, Run>): StageLayout {
  const copies: (ContextCopy & { index: number })[] = [];
  const installRuns: InstallRun[] = [];
  for (const [index, step] of stage.steps.entries()) {
    const copy = contextCopyOf(step);
    if (copy) copies.push({ ...copy, index });
    const run = step.instruction.keyword === 'RUN' ? runs.get(step) : undefined;
    if (!run) continue;
    const installs = run.commands.flatMap((command) => installOf(command) ?? []);
    if (installs.length === 0) continue;
    const isOnlyInstalls = run.script.isFlat && run.commands.every((command) => isPart(command));
    installRuns.push({ run, step, installs, isOnlyInstalls, index });
  }
  return { stage, copies, installRuns };
}

function isPart(command: Run['commands'][number]): boolean {
  if (command.depth > 0 || command.words.some(({ raw }) => raw.includes('$'))) return false;
  if (installOf(command) || HARMLESS.has(command.name)) return true;
  if (command.name === 'rm')
    return command.words.slice(1).every(({ text }) => text.startsWith('-') || text.startsWith('/'));
  return HARMLESS_WITH.get(command.name)?.includes(command.words[1]?.text ?? '') ?? false;
}

/** Whether a RUN takes files of the build into its step by a mount. */
export function bindsFiles({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === 'mount' && !/(?:^|,)type=(?!bind)/.test(value ?? ''));
}

/** What is shown of a RUN: the first of its commands that installs. */
export function installRange({ run }: InstallRun): Range {
  const command = run.commands.find((one) => installOf(one));
  return command && run.isExact ? run.range(command) : run.instruction.range;
}
