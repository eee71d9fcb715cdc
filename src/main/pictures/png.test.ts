import { describe, expect, it } from 'vitest';
import { isPicture } from './png.js';

/** The beginning and the end of a PNG of that size. */
function outline(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(45);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  Buffer.from('0000000049454e44ae426082', 'hex').copy(bytes, 33);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('a PNG of the page', () => {
  it('is taken by its first and last bytes, wherever they lie in memory', () => {
    expect(isPicture(outline(640, 480))).toBe(true);
    expect(isPicture(Buffer.concat([Buffer.alloc(5), outline(640, 480)]).subarray(5))).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a beginning alone', outline(1, 1).subarray(0, 20)],
    ['cut', outline(640, 480).subarray(0, 44)],
    ['followed by something else', Buffer.concat([outline(640, 480), Buffer.from('<html>')])],
    ['another kind of file', Buffer.concat([Buffer.from('<svg'), outline(1, 1).subarray(4)])],
    ['no header', Buffer.concat([outline(1, 1).subarray(0, 12), Buffer.alloc(20)])],
    ['no pixels', outline(0, 10)],
    ['a side that is too long', outline(8193, 1)],
    ['too many pixels', outline(8000, 8000)],
    ['an enormous claim', outline(0xffffffff, 0xffffffff)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(isPicture(bytes)).toBe(false);
  });
});
