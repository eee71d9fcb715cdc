/** SecretsUsedInArgOrEnv (moby/buildkit dockerfile2llb/validations.go validateNoSecretKey). */
import { looksSecret } from '../secret-name.js';
import { buildkitRule, quoted } from './buildkit-rule.js';

export const secretsUsedInArgOrEnv = buildkitRule('SecretsUsedInArgOrEnv', {
  reason: 'why.SecretsUsedInArgOrEnv',
  *check({ steps, stages }) {
    for (const { instruction, stage } of steps) {
      if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') continue;
      // An ARG above the first FROM ends in no image.
      if (stage === null && stages.length > 0) continue;
      for (const { key } of instruction.pairs)
        if (looksSecret(key.text))
          yield {
            message: `Do not use ARG or ENV instructions for sensitive data (${instruction.keyword} ${quoted(key.text)})`,
            range: key.range,
          };
    }
  },
});
