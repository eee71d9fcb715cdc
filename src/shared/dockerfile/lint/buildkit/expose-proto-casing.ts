/** ExposeProtoCasing (moby/buildkit dockerfile2llb/convert_expose.go). */
import { say } from '../../../words/index.js';
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';
import { exposedPorts } from './exposed-ports.js';

export const exposeProtoCasing = buildkitRule('ExposeProtoCasing', {
  severity: 'style',
  reason: 'why.ExposeProtoCasing',
  *check(model) {
    for (const { written, protocol, range, isLiteral } of exposedPorts(model)) {
      if (isLower(protocol)) continue;
      const edits = [{ range, text: written.toLowerCase() }];
      yield {
        message: `Defined protocol '${written}' in EXPOSE instruction should be lowercase`,
        range,
        ...(isLiteral ? { fix: { title: say('fix.write', { what: written.toLowerCase() }), edits } } : {}),
      };
    }
  },
});
