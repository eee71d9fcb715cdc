/** A socket that leads to another one for as long as it is open: an engine that comes and goes without being ended. */
import { createConnection, createServer, type Socket } from 'node:net';

export type Relay = {
  readonly close: () => void;
  /** Ends the connections on which these words were the first to come in. Answers with how many there were. */
  readonly cut: (first: string) => number;
  /** The same, but they stay open, and nothing goes to the target on them any more. */
  readonly silence: (first: string) => number;
  /** Of how many connections somebody keeps the near end open. */
  readonly connections: () => number;
};

type Way = { readonly near: Socket; readonly far: Socket; first: string };

/** Hands every connection at `socket` on to `target`; closing it ends those that are open. */
export function relay(socket: string, target: string): Promise<Relay> {
  const ways = new Set<Way>();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const way: Way = { near, far: createConnection(target), first: '' };
    ways.add(way);
    open.add(near);
    near.on('close', () => open.delete(near));
    for (const end of [near, way.far]) {
      end.on('close', () => {
        if (near.destroyed && way.far.destroyed) ways.delete(way);
      });
      end.on('error', () => end.destroy());
    }
    near.once('data', (bytes: Buffer) => (way.first = bytes.toString('latin1')));
    near.pipe(way.far).pipe(near);
  });
  const those = (first: string): readonly Way[] => [...ways].filter((way) => way.first.startsWith(first));
  const end = (some: Iterable<Way>): void => {
    for (const { near, far } of some) [near, far].forEach((one) => one.destroy());
  };
  const relayed: Relay = {
    close() {
      server.close();
      end(ways);
    },
    cut(first) {
      const found = those(first);
      end(found);
      return found.length;
    },
    silence(first) {
      const found = those(first);
      found.forEach(({ near, far }) => near.unpipe(far).pause());
      return found.length;
    },
    connections: () => open.size,
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => resolve(relayed));
  });
}
