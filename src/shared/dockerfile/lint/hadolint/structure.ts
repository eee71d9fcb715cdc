/** Which instructions stand where, and after which. */
import type { Flag } from '../../syntax.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { runsOf, type Run } from './run.js';
import { stepGroups } from './steps.js';

const NO_TRIGGERS: ReadonlySet<string> = new Set(['ONBUILD', 'FROM', 'MAINTAINER']);

const triggers = hadolintRule(
  'DL3043',
  'error',
  'The builder refuses it: neither may be kept for the build of another image.',
  function* ({ steps }) {
    for (const { instruction, effective } of steps)
      if (
        instruction.keyword === 'ONBUILD' &&
        instruction !== effective &&
        NO_TRIGGERS.has(effective.keyword)
      )
        yield problemAt(effective.keywordRange, `ONBUILD can’t keep ${effective.keyword} for later`);
  },
);

const oneLayer = hadolintRule(
  'DL3059',
  'info',
  'Each RUN makes a layer, and what a later one deletes stays in the layer before.',
  function* (model) {
    const runs = new Map(runsOf(model).map((run) => [run.step, run]));
    for (const steps of stepGroups(model)) {
      let before: Run | undefined;
      for (const step of steps) {
        const run = runs.get(step);
        if (before && run && isSingle(before) && isSingle(run) && areAlike(before, run))
          yield problemAt(
            run.instruction.range,
            `One RUN could do this and line ${before.step.instruction.range.start.line}, joined with &&`,
          );
        before = run;
      }
    }
  },
);

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

const fromFirst = hadolintRule(
  'DL3061',
  'error',
  'What stands above the first FROM belongs to no stage: the builder refuses it.',
  function* ({ file, steps }) {
    // Without any FROM it is a part of a file.
    if (file.stages.length === 0) return;
    for (const { stage, instruction } of steps)
      if (stage === null && instruction.keyword !== 'ARG')
        yield problemAt(instruction.range, `Only ARG may stand above FROM, not ${instruction.keywordText}`);
  },
);

const noMaintainer = hadolintRule(
  'DL4000',
  'error',
  'MAINTAINER is kept only for old files. A label says the same, and can be searched for.',
  function* ({ steps }) {
    for (const { instruction } of steps)
      if (instruction.keyword === 'MAINTAINER')
        yield problemAt(
          instruction.range,
          'Name the author in a label, org.opencontainers.image.authors, instead of MAINTAINER',
        );
  },
);

export const structureRules = [triggers, oneLayer, fromFirst, noMaintainer];
