/** In front of a registry: hands everything on, and counts the bytes of what is sent to it. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CountingProxy = {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** Bytes of all bodies that were sent to the registry since the last `reset`. */
  readonly received: () => number;
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
};

/** `target`: the registry's `127.0.0.1:PORT`. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  let received = 0;
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const [hostname, port] = target.split(':');
    const { method, url: path, headers } = incoming;
    // Under its own name, so that the registry's answers lead back here.
    const onward = ask({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('data', (bytes: Buffer) => (received += bytes.length));
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    reset: () => void (received = 0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
