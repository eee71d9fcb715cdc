/** A stream's chunks one after another, without what asking for each by itself costs. */
import type { Readable } from 'node:stream';

/**
 * Gives each chunk to `take`, which may answer with work that has to be done before the next one comes. Ends with the
 * stream, at once when `signal` is aborted, or when `take` or the stream fails; the stream is destroyed in any case.
 * Iterating a stream joins what has gathered, which copies every byte and takes as long as hashing it.
 * @throws whatever `take`, its work, the stream or the signal fail with
 */
export function eachChunk(
  stream: Readable,
  take: (chunk: Buffer) => Promise<void> | null,
  signal: AbortSignal,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let working: Promise<void> = Promise.resolve();
    const fail = (error: unknown): void => {
      // What a destroyed stream says of itself is no reason.
      reject(asError(signal.aborted ? signal.reason : error));
      stream.destroy();
    };
    const onAbort = (): void => fail(signal.reason);
    signal.addEventListener('abort', onAbort);
    stream.once('close', () => {
      signal.removeEventListener('abort', onAbort);
      if (stream.readableEnded) return;
      // Nothing, when it has failed before.
      fail(Object.assign(new Error('the stream was cut'), { code: 'ECONNRESET' }));
    });
    stream.on('error', fail);
    // A paused stream, too, says that it has ended.
    stream.on('end', () => void working.then(resolve));
    stream.on('data', (chunk: Buffer) => {
      try {
        const work = take(chunk);
        if (!work) return;
        stream.pause();
        working = work.then(() => void stream.resume(), fail);
      } catch (error) {
        fail(error);
      }
    });
    if (signal.aborted) onAbort();
  });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
