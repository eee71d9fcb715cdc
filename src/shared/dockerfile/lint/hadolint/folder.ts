/** The folder that steps run in. */
import { say } from '../../../words/index.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { commandsOf, type Run } from './run.js';
import { unquote } from './variables.js';

const absolute = hadolintRule('DL3000', 'error', 'why.DL3000', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'WORKDIR')) {
    const written = instruction.words[0]?.text ?? '';
    const path = unquote(written);
    if (path !== '' && !/^(?:[/\\$]|[A-Za-z]:)/.test(path))
      yield problemAt(
        instruction.words[0]?.range ?? instruction.range,
        say('checks.workdir.relative', { path }),
      );
  }
});

const noCd = hadolintRule('DL3003', 'warning', 'why.DL3003', function* (model) {
  const seen = new Set<Run>();
  for (const { run, command } of commandsOf(model, (name) => name === 'cd')) {
    if (!seen.has(run)) yield problemAt(run.range(command), insteadOfCd(command.words[1]?.text));
    seen.add(run);
  }
});

function insteadOfCd(path: string | undefined): string {
  return path === undefined ? say('checks.cd') : say('checks.cdTo', { path });
}

export const folderRules = [absolute, noCd];
