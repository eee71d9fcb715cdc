import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { createThreadSums } from './sums-thread.js';
import { createSums, DIGEST_BYTES, type Sums } from './sums.js';

const entry = fileURLToPath(new URL('../../../tests/support/sums-worker.mjs', import.meta.url));
const worker = new Worker(entry);
afterAll(() => worker.terminate());

const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 251));
/** Where files begin, and how long they are: within a piece, over pieces, empty, at the end. */
const files = [
  [10, 100],
  [110, 0],
  [1000, 2_500_000],
  [2_600_000, 399_999],
  [2_999_999, 1],
  [3_000_000, 0],
] as const satisfies readonly (readonly [number, number])[];

function sumsOf(sums: Sums, piece: number) {
  let told = 0;
  for (let at = 0; at < bytes.length; at += piece) {
    for (; told < files.length && files[told]![0] < at + piece; told++)
      sums.file(files[told]![0], files[told]![1]);
    // Overwritten afterwards, as a stream's chunks are.
    const chunk = Buffer.from(bytes.subarray(at, at + piece));
    sums.data(chunk);
    chunk.fill(0);
  }
  for (; told < files.length; told++) sums.file(files[told]![0], files[told]![1]);
  return sums.end();
}

const sha256 = (some: Buffer) => createHash('sha256').update(some).digest();

describe.each([
  ['in place', createSums],
  ['in a thread', createThreadSums(worker)],
] as const)('sums made %s', (_, create) => {
  it.each([512, 65_536, 1_048_576, 3_000_000])('are right for pieces of %i bytes', (piece) => {
    const { diffId, digests } = sumsOf(create(), piece);
    expect(diffId).toBe(`sha256:${sha256(bytes).toString('hex')}`);
    expect(Buffer.from(digests)).toEqual(
      Buffer.concat(
        files.map(([from, length]) => sha256(bytes.subarray(from, from + length)).subarray(0, DIGEST_BYTES)),
      ),
    );
  });

  it('are made anew for each layer, also side by side', () => {
    const [one, other] = [create(), create()];
    one.data(Buffer.from('one'));
    other.data(Buffer.from('other'));
    expect(one.end().diffId).toBe(`sha256:${sha256(Buffer.from('one')).toString('hex')}`);
    expect(other.end().diffId).toBe(`sha256:${sha256(Buffer.from('other')).toString('hex')}`);
    expect(create().end().diffId).toBe(`sha256:${sha256(Buffer.alloc(0)).toString('hex')}`);
  });
});
