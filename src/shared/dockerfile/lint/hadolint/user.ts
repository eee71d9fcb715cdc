/** Who steps and containers run as. */
import { say } from '../../../words/index.js';
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

const notRoot = hadolintRule('DL3002', 'warning', 'why.DL3002', function* (model) {
  const last = model.stages.at(-1);
  const groups = last ? [...lineage(last)].map(({ steps }) => steps) : stepGroups(model);
  for (const steps of groups) {
    const user = steps.findLast(isUser)?.effective;
    if (user?.keyword !== 'USER') continue;
    if (['root', '0'].includes(userOf(user))) yield problemAt(user.range, say('checks.user.root'));
    return;
  }
});

function isUser({ effective, instruction }: Step): boolean {
  return effective.keyword === 'USER' && instruction.keyword === 'USER';
}

/** Longer user numbers than this make the log of logins, which is as long as the number, very large. */
const MOST_DIGITS = 5;

const noLoginLog = hadolintRule('DL3046', 'warning', 'why.DL3046', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'useradd')) {
    if (hasFlag(command, ['l', 'no-log-init'])) continue;
    const user = flagValue(command, ['u', 'uid']) ?? '';
    if (/^\d+$/.test(user) && user.length > MOST_DIGITS)
      yield problemAt(
        run.range(command),
        say('checks.user.high', { user }),
        insertAfter(run, command.words[0], ' -l', say('fix.add', { what: '-l' })),
      );
  }
});

const numeric = hadolintRule('DL3066', 'info', 'why.DL3066', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'USER')) {
    const user = userOf(instruction);
    if (user !== '' && !/^\d+$/.test(user) && !user.includes('$') && user !== 'root')
      yield problemAt(instruction.words[0]?.range ?? instruction.range, say('checks.user.name', { user }));
  }
});

export const userRules = [notRoot, noLoginLog, numeric];
