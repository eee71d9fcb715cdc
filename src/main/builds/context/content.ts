/** The content of files, as many bytes as were promised: no more of one that has grown, an error for one that has shrunk. */
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createPace } from './pace.js';
import { shrunk } from './problems.js';

export type ContentReader = (file: string, size: number) => AsyncGenerator<Buffer>;

const CHUNK = 256 * 1024;
/** Larger files are never read directly. */
const SMALL = 128 * 1024;

/** Reads files in pieces of 256 KB at most. @throws Error as the system does, or with code ESHRUNK */
export function createContentReader(): ContentReader {
  // Their status was read before, so the system does answer.
  const pace = createPace(true);
  return async function* read(file, size) {
    if (size > SMALL || !pace.isQuick()) {
      yield* throughThreads(file, size);
      return;
    }
    const started = performance.now();
    const content = directly(file, size);
    pace.took(1, performance.now() - started);
    yield content;
    await pace.rest();
  };
}

function directly(file: string, size: number): Buffer {
  const content = Buffer.allocUnsafeSlow(size);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < size;) {
      const count = readSync(descriptor, content, at, size - at, at);
      if (count === 0) throw shrunk(at, size);
      at += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return content;
}

async function* throughThreads(file: string, size: number): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    for (let at = 0; at < size;) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK, size - at));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw shrunk(at, size);
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
