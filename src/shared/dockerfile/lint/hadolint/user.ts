/** Who steps and containers run as. */
import { flagValue, hasFlag } from '../../shell/arguments.js';
import type { WordsInstruction } from '../../syntax.js';
import type { Step } from '../model.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { commandsOf } from './run.js';
import { lineage, stepGroups } from './steps.js';
import { unquote } from './variables.js';

function userOf({ words }: Pick<WordsInstruction, 'words'>): string {
  return unquote(words[0]?.text ?? '').split(':', 1)[0] ?? '';
}

const notRoot = hadolintRule(
  'DL3002',
  'warning',
  'Whoever breaks out of a program that runs as root is root: switch back to another user once what needs root is done.',
  function* (model) {
    const last = model.stages.at(-1);
    const groups = last ? [...lineage(last)].map(({ steps }) => steps) : stepGroups(model);
    for (const steps of groups) {
      const user = steps.findLast(isUser)?.effective;
      if (user?.keyword !== 'USER') continue;
      if (['root', '0'].includes(userOf(user)))
        yield problemAt(user.range, 'The last USER is root: containers of the image run as root');
      return;
    }
  },
);

function isUser({ effective, instruction }: Step): boolean {
  return effective.keyword === 'USER' && instruction.keyword === 'USER';
}

/** Longer user numbers than this make the log of logins, which is as long as the number, very large. */
const MOST_DIGITS = 5;

const noLoginLog = hadolintRule(
  'DL3046',
  'warning',
  'useradd sets aside a place in its logs for every number up to the user’s: for a high one that is gigabytes of zeros in a layer.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => name === 'useradd')) {
      if (hasFlag(command, ['l', 'no-log-init'])) continue;
      const user = flagValue(command, ['u', 'uid']) ?? '';
      if (/^\d+$/.test(user) && user.length > MOST_DIGITS)
        yield problemAt(
          run.range(command),
          `useradd with a number as high as ${user} makes a very large layer: add -l`,
          insertAfter(run, command.words[0], ' -l', 'Add -l'),
        );
    }
  },
);

const numeric = hadolintRule(
  'DL3066',
  'info',
  'Outside the container nothing knows its names: a host that checks whether an image runs as root goes by the number.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'USER')) {
      const user = userOf(instruction);
      if (user !== '' && !/^\d+$/.test(user) && !user.includes('$') && user !== 'root')
        yield problemAt(
          instruction.words[0]?.range ?? instruction.range,
          `“${user}” is known by name only: use its number`,
        );
    }
  },
);

export const userRules = [notRoot, noLoginLog, numeric];
