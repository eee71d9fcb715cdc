/** ExposeInvalidFormat (moby/buildkit dockerfile2llb/convert_expose.go). */
import { buildkitRule } from './buildkit-rule.js';
import { exposedPorts } from './exposed-ports.js';

export const exposeInvalidFormat = buildkitRule('ExposeInvalidFormat', {
  reason:
    'EXPOSE tells which port the program listens on; where it is reached is chosen with -p when the container starts. The address has no effect, and a later version of Docker will refuse it.',
  *check(model) {
    for (const { written, hasHost, containerPort, range, isLiteral } of exposedPorts(model)) {
      if (!hasHost) continue;
      yield {
        message: `EXPOSE instruction should not define an IP address or host-port mapping, found '${written}'`,
        range,
        ...(isLiteral
          ? { fix: { title: `Write ${containerPort}`, edits: [{ range, text: containerPort }] } }
          : {}),
      };
    }
  },
});
