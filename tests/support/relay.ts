/** A socket that leads to another one for as long as it is open: an engine that comes and goes without being ended. */
import { createConnection, createServer, type Socket } from 'node:net';

export type Relay = {
  readonly close: () => void;
  /** Of how many connections somebody keeps the near end open. */
  readonly connections: () => number;
};

/** Hands every connection at `socket` on to `target`; closing it ends those that are open. */
export function relay(socket: string, target: string): Promise<Relay> {
  const ends = new Set<Socket>();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(target);
    open.add(near);
    near.on('close', () => open.delete(near));
    for (const end of [near, far]) {
      ends.add(end);
      end.on('close', () => ends.delete(end));
      end.on('error', () => end.destroy());
    }
    near.pipe(far).pipe(near);
  });
  const close = (): void => {
    server.close();
    ends.forEach((end) => end.destroy());
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => resolve({ close, connections: () => open.size }));
  });
}
