/** UndefinedVar (moby/buildkit dockerfile2llb/validations.go reportUnmatchedVariables). */
import { buildkitRule } from './buildkit-rule.js';

export const undefinedVar = buildkitRule('UndefinedVar', {
  reason:
    'A variable has no value before its ARG or ENV, nor in another stage, so nothing is put in its place. An image that sets it itself, which can’t be seen from here, is the exception.',
  *check({ stages }) {
    for (const { steps } of stages)
      for (const { undefinedVariables } of steps)
        for (const { name, word, suggestion } of undefinedVariables)
          yield { message: `Usage of undefined variable '$${name}'${suggestion}`, range: word.range };
  },
});
