/** The ports after EXPOSE, by their parts (moby/buildkit dockerfile2llb/convert_expose.go). */
import type { Range } from '../../syntax.js';
import type { Model } from '../model.js';

type ExposedPort = {
  /** Its variables resolved. */
  readonly written: string;
  /** An address or a port of the host before it. */
  readonly hasHost: boolean;
  /** Of the container, with the protocol: `80/tcp`. */
  readonly containerPort: string;
  /** As it is written; empty when it isn't. */
  readonly protocol: string;
  readonly range: Range;
  /** Whether it stands in the file as it is. */
  readonly isLiteral: boolean;
};

const PROTOCOLS: ReadonlySet<string> = new Set(['', 'tcp', 'udp', 'sctp']);

/** Without those that BuildKit refuses. */
export function* exposedPorts({ steps }: Model): Iterable<ExposedPort> {
  for (const { instruction, expansion } of steps) {
    if (instruction.keyword !== 'EXPOSE') continue;
    for (const word of instruction.words) {
      const expanded = expansion(word);
      if (!expanded.ok) continue;
      for (const written of expanded.words) {
        const parts = written.split(':');
        const containerPort = parts.at(-1) ?? '';
        const [port = '', ...protocols] = containerPort.split('/');
        const protocol = protocols.join('/');
        if (port === '' || !PROTOCOLS.has(protocol.toLowerCase())) continue;
        const hasHost = parts.slice(0, -1).some((part) => part !== '');
        const isLiteral = word.text === written;
        yield { written, hasHost, containerPort, protocol, range: word.range, isLiteral };
      }
    }
  }
}
