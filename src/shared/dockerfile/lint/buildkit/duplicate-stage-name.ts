/** DuplicateStageName (moby/buildkit dockerfile2llb/validations.go validateStageNames). */
import { buildkitRule, quoted } from './buildkit-rule.js';

export const duplicateStageName = buildkitRule('DuplicateStageName', {
  reason:
    'A name can stand for one stage only. What refers to it below means the last stage of that name, and the earlier one can no longer be reached.',
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
