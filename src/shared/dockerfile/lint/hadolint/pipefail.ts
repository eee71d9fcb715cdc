/** Pipes whose failures are noticed. */
import { say } from '../../../words/index.js';
import { hasFlag, readArguments } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import type { Model, Step } from '../model.js';
import type { Fix } from '../rule.js';
import { baseShell } from './base-shell.js';
import { emptyRange } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { runsOf, type Run } from './run.js';

export const pipefailRules = [
  hadolintRule('DL4006', 'warning', 'why.DL4006', function* (model) {
    for (const run of runsOf(model)) {
      const pipe = run.script.joints.find(({ operator }) => operator === '|' || operator === '|&');
      if (!pipe || hasPipefail(run.step.shell) || setsPipefail(run, pipe.start)) continue;
      yield problemAt(run.range(pipe), say('checks.pipe'), shellLine(model, run.step));
    }
  }),
];

/** `-o pipefail`, also as the last letter of others: `-euxo`. */
function hasPipefail(words: readonly string[]): boolean {
  return words.some((word, at) => /^-[a-z]*o$/i.test(word) && words[at + 1] === 'pipefail');
}

function setsPipefail({ commands }: Run, before: number): boolean {
  return commands.some((command) => command.start < before && command.name === 'set' && isPipefail(command));
}

function isPipefail(command: ShellCommand): boolean {
  const valued = new Set(['o']);
  return (
    hasFlag(command, ['o'], valued) &&
    readArguments(command, valued).some((one) => one.kind === 'flag' && one.value === 'pipefail')
  );
}

/** Right above the step; null where the base may not have such a shell, and where one was chosen. */
function shellLine({ source }: Model, { stage, instruction, isShellChosen }: Step): Fix | null {
  if (!stage || isShellChosen) return null;
  const shell = baseShell(stage);
  const line = source.lines[instruction.range.start.line - 1];
  if (shell === null || !line || instruction.comments.length > 0) return null;
  return {
    title: say('fix.pipefail', { shell }),
    edits: [
      {
        range: emptyRange(source.position(line.start)),
        text: `SHELL ["${shell}", "-o", "pipefail", "-c"]\n`,
      },
    ],
  };
}
