/** MaintainerDeprecated (moby/buildkit instructions/parse.go). */
import { say } from '../../../words/index.js';
import type { Fix } from '../rule.js';
import type { Dockerfile, WordsInstruction } from '../../syntax.js';
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const maintainerDeprecated = buildkitRule('MaintainerDeprecated', {
  reason: 'why.MaintainerDeprecated',
  *check({ file, steps }) {
    for (const { instruction } of steps) {
      if (instruction.keyword !== 'MAINTAINER') continue;
      const fix = toLabel(instruction, file.escape);
      yield {
        message: 'Maintainer instruction is deprecated in favor of using label',
        range: instruction.range,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

function toLabel({ value, range, keywordText }: WordsInstruction, escape: Dockerfile['escape']): Fix | null {
  // What is not plain in one line may mean something else inside quotes.
  if (range.start.line !== range.end.line || value === '' || /["'\\`]/.test(value)) return null;
  const label = isLower(keywordText) ? 'label' : 'LABEL';
  const author = value.replaceAll('$', `${escape}$`);
  return {
    title: say('fix.label'),
    edits: [{ range, text: `${label} org.opencontainers.image.authors="${author}"` }],
  };
}
