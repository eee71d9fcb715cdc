/** RedundantTargetPlatform (moby/buildkit dockerfile2llb/validations.go reportRedundantTargetPlatform). */
import { say } from '../../../words/index.js';
import { expandWord } from '../../words.js';
import { withoutFlag } from '../flag-edit.js';
import { platformOf } from '../platform.js';
import { buildkitRule } from './buildkit-rule.js';

const TARGET = 'TARGETPLATFORM';

export const redundantTargetPlatform = buildkitRule('RedundantTargetPlatform', {
  reason: 'why.RedundantTargetPlatform',
  *check({ file, stages, globals, source }) {
    for (const { stage } of stages) {
      const platform = platformOf(stage.from);
      if (!platform) continue;
      const expanded = expandWord(platform.text, globals.values, { escape: file.escape });
      const isTargetAlone =
        expanded.matched.size === 1 && expanded.matched.has(TARGET) && expanded.unmatched.size === 0;
      if (!expanded.ok || !isTargetAlone || expanded.text !== globals.values.get(TARGET)) continue;
      const edit = withoutFlag(source, platform.range);
      yield {
        message: `Setting platform to predefined ${platform.text} in FROM is redundant as this is the default behavior`,
        range: platform.range,
        ...(edit ? { fix: { title: say('fix.flag'), edits: [edit] } } : {}),
      };
    }
  },
});
