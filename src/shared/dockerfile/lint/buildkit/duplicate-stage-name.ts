/** DuplicateStageName (moby/buildkit dockerfile2llb/validations.go validateStageNames). */
import { buildkitRule, quoted } from './buildkit-rule.js';

export const duplicateStageName = buildkitRule('DuplicateStageName', {
  reason: 'why.DuplicateStageName',
  *check({ stages }) {
    const seen = new Set<string>();
    for (const { stage } of stages) {
      if (stage.name === null) continue;
      if (seen.has(stage.name))
        yield {
          message: `Duplicate stage name ${quoted(stage.name)}, stage names should be unique`,
          range: stage.from.name?.range ?? stage.from.range,
        };
      seen.add(stage.name);
    }
  },
});
