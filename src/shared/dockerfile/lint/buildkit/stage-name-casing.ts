/** StageNameCasing (moby/buildkit instructions/parse.go isLowerCaseStageName). */
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const stageNameCasing = buildkitRule('StageNameCasing', {
  severity: 'style',
  reason:
    'Docker reads stage names in lowercase whatever is written. In lowercase they are also told apart from the instructions around them.',
  *check({ stages }) {
    for (const { stage } of stages) {
      const { name } = stage.from;
      if (!name || isLower(name.text)) continue;
      yield {
        message: `Stage name '${name.text}' should be lowercase`,
        range: name.range,
        fix: {
          title: 'Write the name in lowercase',
          edits: [{ range: name.range, text: name.text.toLowerCase() }],
        },
      };
    }
  },
});
