/** FromPlatformFlagConstDisallowed (moby/buildkit dockerfile2llb/validations.go reportConstPlatformDisallowed). */
import { expandWord } from '../../words.js';
import { parsePlatform, platformOf } from '../platform.js';
import { buildkitRule, quoted } from './buildkit-rule.js';

export const fromPlatformFlagConstDisallowed = buildkitRule('FromPlatformFlagConstDisallowed', {
  reason: 'why.FromPlatformFlagConstDisallowed',
  *check({ file, stages, globals }) {
    for (const { stage } of stages) {
      const flag = platformOf(stage.from);
      const expanded = flag && expandWord(flag.text, globals.values, { escape: file.escape });
      if (!flag || !expanded?.ok || expanded.matched.size > 0 || expanded.unmatched.size > 0) continue;
      const platform = parsePlatform(expanded.text);
      const name = stage.name ?? '';
      if (!platform || name.includes(platform.os) || name.includes(platform.architecture)) continue;
      yield {
        message: `FROM --platform flag should not use constant value ${quoted(expanded.text)}`,
        range: flag.range,
      };
    }
  },
});
