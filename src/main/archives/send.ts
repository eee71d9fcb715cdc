/** A file on its way to the engine, counted. What it came to is the engine's answer, read to its end. */
import { createReadStream } from 'node:fs';
import { addAbortSignal, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JobRun } from '../../shared/contract/define.js';
import type { ArchiveProgress } from '../../shared/contract/archives.js';
import { readAnswer, type Told } from './answer.js';

const CHUNK = 256 * 1024;

export type Sending = {
  readonly file: string;
  readonly bytes: number;
  /** Posts the body; the answer is the engine's stream. */
  readonly post: (body: Readable, abortSignal: AbortSignal) => Promise<NodeJS.ReadableStream>;
};

/** @throws what the file, the connection, the signal or the engine fail with */
export async function send(
  { file, bytes: total, post }: Sending,
  { report, signal }: Pick<JobRun<ArchiveProgress>, 'report' | 'signal'>,
): Promise<Told> {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      report({ phase: 'moving', bytes, total: Math.max(total, bytes) });
      callback(null, chunk);
    },
    flush(callback) {
      report({ phase: 'finishing', bytes, total: bytes });
      callback();
    },
  });
  signal.throwIfAborted();
  report({ phase: 'preparing', bytes, total });
  let unread: unknown;
  // Ends by itself: with the file, or when the request lets go of what it is given.
  const reading = pipeline(createReadStream(file, { highWaterMark: CHUNK }), count, { signal }).catch(
    (error: unknown) => (unread = error),
  );
  try {
    const answer = await post(count, signal);
    return await readAnswer(answer instanceof Readable ? addAbortSignal(signal, answer) : answer);
  } catch (error) {
    throw unread ?? error;
  } finally {
    // An engine that refuses early leaves the rest unread.
    count.destroy();
    await reading;
  }
}
