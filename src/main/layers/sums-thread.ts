/**
 * Sums that are made in a thread beside the one that reads: hashing takes as long as all else together. The bytes cross in
 * shared memory, a few blocks of it, and whoever is ahead waits: that keeps memory bounded whatever an archive unpacks to.
 */
import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import { createSums, type LayerSums, type Sums } from './sums.js';

const BLOCKS = 4;
const BLOCK_BYTES = 1024 * 1024;
/** A thread that is silent for so long has ended. */
const LIMIT_MS = 60_000;

const FREE = 0;
const FULL = 1;
/** Beside the blocks' own states: whether the sums are there. */
const DONE = BLOCKS;

/** One layer's way to the thread. */
type Lane = {
  readonly port: MessagePort;
  readonly states: Int32Array;
  readonly blocks: readonly Uint8Array[];
};
type OpenLane = {
  readonly port: MessagePort;
  readonly states: SharedArrayBuffer;
  readonly blocks: readonly SharedArrayBuffer[];
};
type ToThread =
  | { readonly kind: 'block'; readonly at: number; readonly length: number; readonly files: Float64Array }
  | { readonly kind: 'end' };

/** Makes sums in `worker`, which runs `serveSums`. Layers that are read at the same time each have a lane. */
export function createThreadSums(worker: Worker): () => Sums {
  const idle: Lane[] = [];
  const openLane = (): Lane => {
    const { port1, port2 } = new MessageChannel();
    const states = new SharedArrayBuffer((BLOCKS + 1) * Int32Array.BYTES_PER_ELEMENT);
    const blocks = Array.from({ length: BLOCKS }, () => new SharedArrayBuffer(BLOCK_BYTES));
    worker.postMessage({ port: port2, states, blocks } satisfies OpenLane, [port2]);
    port1.unref();
    return {
      port: port1,
      states: new Int32Array(states),
      blocks: blocks.map((block) => new Uint8Array(block)),
    };
  };
  return () => {
    const lane = idle.pop() ?? openLane();
    return sumsOver(lane, () => idle.push(lane));
  };
}

function sumsOver({ port, states, blocks }: Lane, onDone: () => void): Sums {
  let at = 0;
  let filled = 0;
  let files: number[] = [];
  const wait = (state: number, unwanted: number): void => {
    if (Atomics.wait(states, state, unwanted, LIMIT_MS) === 'timed-out')
      throw new Error('the thread that makes sums does not answer');
  };
  const post = (message: ToThread): void => port.postMessage(message);
  const send = (): void => {
    Atomics.store(states, at, FULL);
    post({ kind: 'block', at, length: filled, files: Float64Array.from(files) });
    files = [];
    filled = 0;
    at = (at + 1) % BLOCKS;
  };
  return {
    file: (offset, length) => void files.push(offset, length),
    data(bytes) {
      for (let from = 0; from < bytes.length;) {
        if (filled === 0) wait(at, FULL);
        const part = bytes.subarray(from, from + BLOCK_BYTES - filled);
        blocks[at]?.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === BLOCK_BYTES) send();
      }
    },
    end() {
      if (filled > 0 || files.length > 0) {
        if (filled === 0) wait(at, FULL);
        send();
      }
      post({ kind: 'end' });
      wait(DONE, 0);
      Atomics.store(states, DONE, 0);
      const sums = receiveMessageOnPort(port)?.message as LayerSums | undefined;
      if (!sums) throw new Error('the thread that makes sums gave none');
      onDone();
      return sums;
    },
  };
}

/** The thread's side: answers each lane that it is given. */
export function serveSums(parent: MessagePort): void {
  parent.on('message', ({ port, states: shared, blocks }: OpenLane) => {
    const states = new Int32Array(shared);
    let sums = createSums();
    port.on('message', (message: ToThread) => {
      if (message.kind === 'block') {
        for (let at = 0; at < message.files.length; at += 2)
          sums.file(message.files[at] ?? 0, message.files[at + 1] ?? 0);
        const block = blocks[message.at];
        if (block) sums.data(new Uint8Array(block, 0, message.length));
        Atomics.store(states, message.at, FREE);
        Atomics.notify(states, message.at);
        return;
      }
      port.postMessage(sums.end());
      sums = createSums();
      Atomics.store(states, DONE, 1);
      Atomics.notify(states, DONE);
    });
  });
}
