/** FromAsCasing (moby/buildkit instructions/parse.go doesFromCaseMatchAsCase). */
import { say } from '../../../words/index.js';
import { isLower, isUpper } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';

export const fromAsCasing = buildkitRule('FromAsCasing', {
  severity: 'style',
  reason: 'why.FromAsCasing',
  *check({ stages }) {
    for (const { stage } of stages) {
      const { as, keywordText } = stage.from;
      if (!as) continue;
      const isMatch = isLower(keywordText)
        ? isLower(as.text)
        : isUpper(keywordText)
          ? isUpper(as.text)
          : true;
      if (isMatch) continue;
      const text = isLower(keywordText) ? 'as' : 'AS';
      yield {
        message: `'${as.text}' and '${keywordText}' keywords' casing do not match`,
        range: as.range,
        fix: { title: say('fix.write', { what: text }), edits: [{ range: as.range, text }] },
      };
    }
  },
});
