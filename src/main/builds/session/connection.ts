/** A connection of our own to the engine, for gRPC: an HTTP request that becomes one. */
import type Docker from 'dockerode';
import type { Duplex } from 'node:stream';

/** @param path `/session` or `/grpc`. @throws Error as dockerode does when the engine refuses */
export function upgradeConnection(
  docker: Docker,
  path: string,
  abortSignal: AbortSignal,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const options = {
      path,
      method: 'POST',
      hijack: true,
      headers: { Upgrade: 'h2c', ...headers },
      statusCodes: { 200: true, 500: 'server error' },
      abortSignal,
    };
    docker.modem.dial(options, (error, connection) => {
      if (error) reject(error instanceof Error ? error : new Error(String(error)));
      else resolve(connection as Duplex);
    });
  });
}
