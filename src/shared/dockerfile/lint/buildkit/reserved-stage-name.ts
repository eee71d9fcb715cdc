/** ReservedStageName (moby/buildkit dockerfile2llb/validations.go validateStageNames). */
import { buildkitRule, quoted } from './buildkit-rule.js';

const RESERVED: ReadonlySet<string> = new Set(['context', 'scratch']);

export const reservedStageName = buildkitRule('ReservedStageName', {
  reason: 'why.ReservedStageName',
  *check({ stages }) {
    for (const { stage } of stages)
      if (stage.name !== null && RESERVED.has(stage.name))
        yield {
          message: `Stage name should not use the same name as reserved stage ${quoted(stage.name)}`,
          range: stage.from.name?.range ?? stage.from.range,
        };
  },
});
