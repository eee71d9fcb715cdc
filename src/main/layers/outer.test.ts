import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createOuterReader, PackedOtherwise } from './outer.js';
import { refusal } from './refusal.js';

/** What a tar's reader is given of a file that comes in pieces of `size` bytes. */
async function tarOf(file: Buffer, size: number): Promise<string> {
  const parts: Buffer[] = [];
  const work: Promise<void>[] = [];
  const tar = { push: (bytes: Buffer) => void parts.push(Buffer.from(bytes)), end: () => undefined };
  const outer = createOuterReader(tar, (later) => void work.push(later));
  for (let at = 0; at < file.length; at += size) outer.data(file.subarray(at, at + size));
  outer.end();
  await Promise.all(work);
  return Buffer.concat(parts).toString();
}

describe('an archive as a file', () => {
  it.each([1, 3, 100])('is read plain and in gzip, in pieces of %i bytes', async (size) => {
    expect(await tarOf(Buffer.from('plain tar'), size)).toBe('plain tar');
    expect(await tarOf(gzipSync('packed tar'), size)).toBe('packed tar');
  });

  it.each([
    ['xz', 'fd377a585a000004'],
    ['bzip2', '425a683931415926'],
  ])('that is packed with %s is not called damaged', async (format, hex) => {
    const error: unknown = await tarOf(Buffer.from(hex, 'hex'), 2).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PackedOtherwise);
    expect(refusal(error, 'app.tar').failure.detail).toBe(
      `It is packed with ${format}, which Strata doesn’t unpack.`,
    );
  });
});
