import { describe, expect, it } from 'vitest';
import { isPicture } from './png.js';

/** The beginning of a PNG of that size. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('a PNG of the page', () => {
  it('is taken by its first bytes, wherever they lie in memory', () => {
    expect(isPicture(header(640, 480))).toBe(true);
    expect(isPicture(Buffer.concat([Buffer.alloc(5), header(640, 480)]).subarray(5))).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a beginning alone', header(1, 1).subarray(0, 20)],
    ['another kind of file', Buffer.concat([Buffer.from('<svg'), header(1, 1).subarray(4)])],
    ['no header', Buffer.concat([header(1, 1).subarray(0, 12), Buffer.alloc(20)])],
    ['no pixels', header(0, 10)],
    ['a side that is too long', header(8193, 1)],
    ['too many pixels', header(8000, 8000)],
    ['an enormous claim', header(0xffffffff, 0xffffffff)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(isPicture(bytes)).toBe(false);
  });
});
