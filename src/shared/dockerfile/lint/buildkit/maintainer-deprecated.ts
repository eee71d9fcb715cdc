/** MaintainerDeprecated (moby/buildkit instructions/parse.go). */
import type { Fix } from '../rule.js';
import type { Dockerfile, WordsInstruction } from '../../syntax.js';
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const maintainerDeprecated = buildkitRule('MaintainerDeprecated', {
  reason:
    'MAINTAINER is kept only for old files. A label says the same, can be searched for, and says more when needed.',
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
    title: 'Use a label',
    edits: [{ range, text: `${label} org.opencontainers.image.authors="${author}"` }],
  };
}
