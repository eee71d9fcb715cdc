/** What a file's first bytes are: text, a picture, or neither. Nothing in them is ever run or followed. */
import type { FileContent } from '../../shared/contract/layers.js';
import type { Sink } from './gather.js';

/** As much as is shown of a text. */
export const MOST_TEXT = 1024 * 1024;
/** Larger pictures are not shown. */
export const MOST_PICTURE = 8 * 1024 * 1024;

/** By the first bytes, never by the name. SVG is no picture here: it is a document that could ask for others. */
const PICTURES: readonly (readonly [type: string, starts: (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (bytes) => bytes.toString('latin1', 0, 3) === '\xff\xd8\xff'],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))],
  [
    'image/webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
];

/** `bytes`: the whole file, or its beginning. `size`: how many it has. */
export function contentOf(bytes: Buffer, size: number): FileContent {
  const type = PICTURES.find(([, starts]) => starts(bytes))?.[0];
  if (type !== undefined)
    return bytes.length === size ? { kind: 'picture', type, bytes, size } : { kind: 'large', size };
  const some = bytes.subarray(0, MOST_TEXT);
  const text = textOf(some);
  return text === null
    ? { kind: 'binary', size }
    : { kind: 'text', text, size, isWhole: some.length === size };
}

/** Keeps the first `most` bytes. */
export function memorySink(most: number): Sink & { readonly bytes: () => Buffer } {
  let parts: Buffer[] = [];
  let length = 0;
  let kept: Buffer = Buffer.alloc(0);
  return {
    begin() {
      parts = [];
      length = 0;
    },
    data(bytes) {
      if (length >= most) return;
      // A copy: the bytes belong to a chunk that goes.
      const part = Buffer.from(bytes.subarray(0, most - length));
      parts.push(part);
      length += part.length;
    },
    keep: () => void (kept = Buffer.concat(parts)),
    drop: () => void (parts = []),
    bytes: () => kept,
  };
}

/** Null for what is no UTF-8. A character that is cut at the end is left out. */
function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
