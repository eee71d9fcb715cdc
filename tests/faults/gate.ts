/** A way to the engine or the registry that can be slowed, held and cut while bytes are under way. */
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { rm } from 'node:fs/promises';

/** A path of a socket, or a port of 127.0.0.1. */
type Place = { readonly path: string } | { readonly host: '127.0.0.1'; readonly port: number };

export type Gate = {
  /** Bytes per second each way of each connection; null: as fast as it goes. */
  readonly slow: (bytesPerSecond: number | null) => void;
  /** From now on nothing goes through. */
  readonly hold: () => void;
  /** From now on, a connection on which these words come in goes no further. */
  readonly holdAt: (words: string) => void;
  /** How many have been held at them. */
  readonly heldAt: () => number;
  readonly release: () => void;
  /** Ends every connection, and refuses new ones until `open`. */
  readonly cut: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** How many connections there are. */
  readonly connections: () => number;
};

/** Opens a gate at `near` that leads to `far`. */
export async function openGate(near: Place, far: Place): Promise<Gate> {
  const ends = new Set<Socket>();
  const inward = new Set<Socket>();
  const waiting = new Set<() => void>();
  const stuck = new Set<Socket>();
  let rate: number | null = null;
  let held = false;
  let stopAt: string | null = null;
  let server: Server | null = null;

  const isHeld = (from: Socket): boolean => held || stuck.has(from);
  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (chunk: Buffer) => {
      from.pause();
      if (stopAt !== null && inward.has(from) && chunk.includes(stopAt)) stuck.add(from);
      const go = (): void => {
        if (isHeld(from)) {
          waiting.add(go);
          return;
        }
        if (to.destroyed) return;
        const next = (): void => void from.resume();
        const mayGoOn = to.write(chunk);
        if (rate !== null) setTimeout(next, (chunk.length / rate) * 1000);
        else if (mayGoOn) next();
        else to.once('drain', next);
      };
      go();
    });
    from.on('end', () => to.end());
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
  };

  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const made = createServer({ allowHalfOpen: true }, (one) => {
        const other = createConnection({ ...far, allowHalfOpen: true });
        inward.add(one);
        one.on('close', () => inward.delete(one));
        for (const end of [one, other]) {
          ends.add(end);
          end.on('close', () => ends.delete(end));
        }
        pass(one, other);
        pass(other, one);
      });
      made.once('error', reject);
      made.listen(near, () => resolve());
      server = made;
    });

  await listen();
  return {
    slow(bytesPerSecond) {
      rate = bytesPerSecond;
    },
    hold() {
      held = true;
    },
    holdAt(words) {
      stopAt = words;
    },
    heldAt: () => stuck.size,
    release() {
      held = false;
      stopAt = null;
      stuck.clear();
      for (const go of [...waiting]) {
        waiting.delete(go);
        go();
      }
    },
    async cut() {
      server?.close();
      ends.forEach((end) => end.destroy());
      if ('path' in near) await rm(near.path, { force: true });
    },
    open: listen,
    connections: () => inward.size,
  };
}
