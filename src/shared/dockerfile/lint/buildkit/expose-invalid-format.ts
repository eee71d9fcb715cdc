/** ExposeInvalidFormat (moby/buildkit dockerfile2llb/convert_expose.go). */
import { say } from '../../../words/index.js';
import { buildkitRule } from './buildkit-rule.js';
import { exposedPorts } from './exposed-ports.js';

export const exposeInvalidFormat = buildkitRule('ExposeInvalidFormat', {
  reason: 'why.ExposeInvalidFormat',
  *check(model) {
    for (const { written, hasHost, containerPort, range, isLiteral } of exposedPorts(model)) {
      if (!hasHost) continue;
      yield {
        message: `EXPOSE instruction should not define an IP address or host-port mapping, found '${written}'`,
        range,
        ...(isLiteral
          ? {
              fix: {
                title: say('fix.write', { what: containerPort }),
                edits: [{ range, text: containerPort }],
              },
            }
          : {}),
      };
    }
  },
});
