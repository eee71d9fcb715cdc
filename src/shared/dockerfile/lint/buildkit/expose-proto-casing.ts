/** ExposeProtoCasing (moby/buildkit dockerfile2llb/convert_expose.go). */
import { isLower } from '../letter-case.js';
import { buildkitRule } from './buildkit-rule.js';
import { exposedPorts } from './exposed-ports.js';

export const exposeProtoCasing = buildkitRule('ExposeProtoCasing', {
  severity: 'style',
  reason: 'Docker keeps the protocol in lowercase. Written so, the line says what the image will say.',
  *check(model) {
    for (const { written, protocol, range, isLiteral } of exposedPorts(model)) {
      if (isLower(protocol)) continue;
      const edits = [{ range, text: written.toLowerCase() }];
      yield {
        message: `Defined protocol '${written}' in EXPOSE instruction should be lowercase`,
        range,
        ...(isLiteral ? { fix: { title: `Write ${written.toLowerCase()}`, edits } } : {}),
      };
    }
  },
});
