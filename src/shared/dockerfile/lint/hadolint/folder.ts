/** The folder that steps run in. */
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { commandsOf, type Run } from './run.js';
import { unquote } from './variables.js';

const absolute = hadolintRule(
  'DL3000',
  'error',
  'A relative folder depends on those before it, and on the base image, which may change it.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'WORKDIR')) {
      const written = instruction.words[0]?.text ?? '';
      const path = unquote(written);
      if (path !== '' && !/^(?:[/\\$]|[A-Za-z]:)/.test(path))
        yield problemAt(
          instruction.words[0]?.range ?? instruction.range,
          `“${path}” is relative: write the whole path, from /`,
        );
    }
  },
);

const noCd = hadolintRule(
  'DL3003',
  'warning',
  'It lasts to the end of this RUN only: the next step is back where it was. WORKDIR says it once, for all that follow.',
  function* (model) {
    const seen = new Set<Run>();
    for (const { run, command } of commandsOf(model, (name) => name === 'cd')) {
      if (!seen.has(run))
        yield problemAt(run.range(command), `Use WORKDIR${toWhere(command.words[1]?.text)} instead of cd`);
      seen.add(run);
    }
  },
);

function toWhere(path: string | undefined): string {
  return path === undefined ? '' : ` ${path}`;
}

export const folderRules = [absolute, noCd];
