import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip, unzstd } from './compression.js';
import { DamagedArchive } from './tar-header.js';
import type { Body } from './tar.js';

function collecting() {
  const parts: Buffer[] = [];
  let ended = 0;
  const body: Body = { data: (bytes) => parts.push(Buffer.from(bytes)), end: () => ended++ };
  return { body, text: () => Buffer.concat(parts).toString(), ended: () => ended };
}

/** RFC 8878 by hand: a frame of a single segment, whose content is told in one raw block. */
function frame(text: string): Buffer {
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x20, text.length, (text.length << 3) | 1, 0, 0];
  return Buffer.concat([Buffer.from(head), Buffer.from(text)]);
}
/** The same byte so many times. */
const repeated = (byte: string, times: number): Buffer =>
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, times, (times << 3) | 3, 0, 0, byte.charCodeAt(0)]);
const skippable = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, bytes, 0, 0, 0]), Buffer.alloc(bytes, 0xff)]);

function unzstdIn(pieces: number, bytes: Buffer): string {
  const { body, text, ended } = collecting();
  const reader = unzstd(body);
  for (let at = 0; at < bytes.length; at += pieces) reader.data(bytes.subarray(at, at + pieces));
  reader.end();
  expect(ended()).toBe(1);
  return text();
}

describe('a layer in Zstandard', () => {
  it.each([1, 3, 1000])('is the same in pieces of %i bytes', (pieces) => {
    const stream = Buffer.concat([frame('hello '), skippable(9), repeated('o', 20), frame(' world')]);
    expect(unzstdIn(pieces, stream)).toBe(`hello ${'o'.repeat(20)} world`);
  });

  it('that stops within a frame is damaged', () => {
    const whole = frame('hello');
    for (let length = 1; length < whole.length; length++)
      expect(() => unzstdIn(1000, whole.subarray(0, length)), `${length} bytes`).toThrow(DamagedArchive);
  });

  it('that goes on with something else is damaged', () => {
    expect(() => unzstdIn(1000, Buffer.concat([frame('hello'), Buffer.from('more')]))).toThrow(
      DamagedArchive,
    );
  });

  it('that asks for a window larger than any memory is refused', () => {
    // A window descriptor of 2^41 bytes, then one of a single segment that says to be 4 GB.
    const window = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 0x01, 0, 0]);
    const single = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0xff, 0xff, 0xff, 0xff, 0x01, 0, 0]);
    expect(() => unzstdIn(1000, window)).toThrow(/too much memory/);
    expect(() => unzstdIn(1000, single)).toThrow(/too much memory/);
  });
});

describe('a layer in gzip', () => {
  async function gunzipped(bytes: Buffer, pieces: number, body: Body): Promise<void> {
    const work: Promise<void>[] = [];
    const reader = gunzip(body, (promise) => work.push(promise));
    for (let at = 0; at < bytes.length; at += pieces) {
      reader.data(bytes.subarray(at, at + pieces));
      await Promise.all(work.splice(0));
    }
    reader.end();
    await Promise.all(work);
  }

  it.each([1, 7, 1000])(
    'is the same in pieces of %i bytes, also when it is several streams on end',
    async (pieces) => {
      const { body, text, ended } = collecting();
      await gunzipped(Buffer.concat([gzipSync('hello '), gzipSync('world')]), pieces, body);
      expect([text(), ended()]).toEqual(['hello world', 1]);
    },
  );

  it('that is cut or changed is damaged, and never ends well', async () => {
    const bytes = gzipSync('hello world');
    const { body, ended } = collecting();
    await expect(gunzipped(bytes.subarray(0, -6), 1000, body)).rejects.toThrow(DamagedArchive);
    const changed = Buffer.from(bytes);
    changed[changed.length - 6]! ^= 1;
    await expect(gunzipped(changed, 1000, body)).rejects.toThrow(DamagedArchive);
    expect(ended()).toBe(0);
  });

  it('fails with what takes its bytes', async () => {
    const refusing: Body = {
      data: () => {
        throw new DamagedArchive('no tar');
      },
      end: () => undefined,
    };
    await expect(gunzipped(gzipSync('hello'), 1000, refusing)).rejects.toThrow('no tar');
  });
});
