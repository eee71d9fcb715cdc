/** StageNameCasing (moby/buildkit instructions/parse.go isLowerCaseStageName). */
import { say } from '../../../words/index.js';
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const stageNameCasing = buildkitRule('StageNameCasing', {
  severity: 'style',
  reason: 'why.StageNameCasing',
  *check({ stages }) {
    for (const { stage } of stages) {
      const { name } = stage.from;
      if (!name || isLower(name.text)) continue;
      yield {
        message: `Stage name '${name.text}' should be lowercase`,
        range: name.range,
        fix: {
          title: say('fix.lowercase'),
          edits: [{ range: name.range, text: name.text.toLowerCase() }],
        },
      };
    }
  },
});
