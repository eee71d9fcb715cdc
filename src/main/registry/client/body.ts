/** The body of an answer, read whole within a limit. */
import type { Readable } from 'node:stream';

/** Null when there is more than `limit` bytes of it. What is left is not read: the connection ends with it. */
export async function readWhole(body: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    // Leaving the loop destroys the stream.
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads what is left and forgets it, so that the connection can be used again; a long rest is cut off. */
export async function drain(body: Readable): Promise<void> {
  await readWhole(body, 64 * 1024).catch(() => null);
}

/** Undefined where the bytes are no JSON. */
export function parseJson(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
