/** Which instructions stand where, and after which. */
import { say } from '../../../words/index.js';
import type { Flag } from '../../syntax.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { runsOf, type Run } from './run.js';
import { stepGroups } from './steps.js';

const NO_TRIGGERS: ReadonlySet<string> = new Set(['ONBUILD', 'FROM', 'MAINTAINER']);

const triggers = hadolintRule('DL3043', 'error', 'why.DL3043', function* ({ steps }) {
  for (const { instruction, effective } of steps)
    if (instruction.keyword === 'ONBUILD' && instruction !== effective && NO_TRIGGERS.has(effective.keyword))
      yield problemAt(effective.keywordRange, say('checks.onbuild', { keyword: effective.keyword }));
});

const oneLayer = hadolintRule('DL3059', 'info', 'why.DL3059', function* (model) {
  const runs = new Map(runsOf(model).map((run) => [run.step, run]));
  for (const steps of stepGroups(model)) {
    let before: Run | undefined;
    for (const step of steps) {
      const run = runs.get(step);
      if (before && run && isSingle(before) && isSingle(run) && areAlike(before, run))
        yield problemAt(
          run.instruction.range,
          say('checks.oneRun', { line: String(before.step.instruction.range.start.line) }),
        );
      before = run;
    }
  }
});

/** One command: where there are several, somebody has thought of it. */
function isSingle({ commands, isHeredoc }: Run): boolean {
  return !isHeredoc && commands.filter(({ depth, through }) => depth === 0 && through === null).length === 1;
}

function areAlike(one: Run, other: Run): boolean {
  return (
    one.step.instruction.keyword === other.step.instruction.keyword &&
    writtenFlags(one.instruction.flags) === writtenFlags(other.instruction.flags)
  );
}

function writtenFlags(flags: readonly Flag[]): string {
  return flags
    .map(({ name, value }) => `${name}=${value ?? ''}`)
    .sort()
    .join('\n');
}

const fromFirst = hadolintRule('DL3061', 'error', 'why.DL3061', function* ({ file, steps }) {
  // Without any FROM it is a part of a file.
  if (file.stages.length === 0) return;
  for (const { stage, instruction } of steps)
    if (stage === null && instruction.keyword !== 'ARG')
      yield problemAt(instruction.range, say('checks.aboveFrom', { keyword: instruction.keywordText }));
});

const noMaintainer = hadolintRule('DL4000', 'error', 'why.DL4000', function* ({ steps }) {
  for (const { instruction } of steps)
    if (instruction.keyword === 'MAINTAINER') yield problemAt(instruction.range, say('checks.maintainer'));
});

export const structureRules = [triggers, oneLayer, fromFirst, noMaintainer];
