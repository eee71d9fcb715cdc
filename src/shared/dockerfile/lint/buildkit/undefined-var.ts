/** UndefinedVar (moby/buildkit dockerfile2llb/validations.go reportUnmatchedVariables). */
import { buildkitRule } from './buildkit-rule.js';

export const undefinedVar = buildkitRule('UndefinedVar', {
  reason: 'why.UndefinedVar',
  *check({ stages }) {
    for (const { steps } of stages)
      for (const { undefinedVariables } of steps)
        for (const { name, word, suggestion } of undefinedVariables)
          yield { message: `Usage of undefined variable '$${name}'${suggestion}`, range: word.range };
  },
});
