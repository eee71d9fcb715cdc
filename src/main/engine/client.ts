/** A dockerode for an endpoint. No API version is pinned: old engines refuse new ones, and new engines old ones. */
import Docker from 'dockerode';
import type { ResolvedEndpoint } from './endpoint.js';

export function connectTo({ connection }: ResolvedEndpoint): Docker {
  if (connection.kind === 'socket') return new Docker({ socketPath: connection.path });
  const { host, port, tls } = connection;
  if (!tls) return new Docker({ protocol: 'http', host, port });
  const { ca, cert, key } = tls;
  return new Docker({
    protocol: 'https',
    host,
    port,
    ...(ca ? { ca } : {}),
    ...(cert ? { cert } : {}),
    ...(key ? { key } : {}),
  });
}
