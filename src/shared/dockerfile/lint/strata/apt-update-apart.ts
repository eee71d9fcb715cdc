/** AptUpdateApart: the package lists are fetched in another step than the packages. */
import { say } from '../../../words/index.js';
import { plainArguments } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { runsOf, type Run } from '../hadolint/run.js';
import type { Model } from '../model.js';
import type { Fix } from '../rule.js';
import { wholeLines } from '../whole-lines.js';
import { strataRule } from './strata-rule.js';

const INSTALLS: ReadonlySet<string> = new Set([
  'install',
  'upgrade',
  'dist-upgrade',
  'full-upgrade',
  'build-dep',
]);

export const aptUpdateApart = strataRule('AptUpdateApart', {
  severity: 'warning',
  reason: 'why.AptUpdateApart',
  *check(model) {
    const runs = runsOf(model).filter(({ step }) => step.effective === step.instruction);
    for (const [at, run] of runs.entries()) {
      const update = run.commands.find((command) => does(command, (verb) => verb === 'update'));
      if (!update || run.commands.some(installs)) continue;
      const install = runs
        .slice(at + 1)
        .find((other) => other.step.stage === run.step.stage && other.commands.some(usesLists));
      if (!install || install.commands.some((command) => does(command, (verb) => verb === 'update')))
        continue;
      const fix = joined(run, install, model);
      yield {
        message: say('strata.updateApart', {
          command: update.name,
          line: String(install.instruction.range.start.line),
        }),
        range: run.isExact ? run.range(update) : run.instruction.range,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

function does(command: ShellCommand, isOne: (verb: string) => boolean): boolean {
  if (command.name !== 'apt-get' && command.name !== 'apt') return false;
  return isOne(plainArguments(command)[0]?.text ?? '');
}

const installs = (command: ShellCommand): boolean => does(command, (verb) => INSTALLS.has(verb));
const usesLists = (command: ShellCommand): boolean =>
  installs(command) || does(command, (verb) => verb === 'update');

/** The update at the head of the install, where the two stand one right after the other. */
function joined(update: Run, install: Run, { source, steps }: Model): Fix | null {
  const isNext = steps.indexOf(install.step) === steps.indexOf(update.step) + 1;
  const isPlain = [update, install].every(
    ({ instruction, isExact, isHeredoc }) => isExact && !isHeredoc && instruction.command.form === 'shell',
  );
  const isAlone = update.commands.length === 1 && update.instruction.flags.length === 0;
  const hasComments = update.instruction.innerComments.length > 0;
  if (!isNext || !isPlain || !isAlone || hasComments || !install.script.isFlat) return null;
  // `a && b || c` would mean something else with another command in front.
  if (install.script.joints.some(({ operator }) => operator !== '&&')) return null;
  const { start } = install.instruction.command.range;
  return {
    title: say('strata.updateApart.fix'),
    edits: [
      { range: wholeLines(source, update.instruction.range), text: '' },
      { range: { start, end: start }, text: `${update.script.text.trim()} && ` },
    ],
  };
}
