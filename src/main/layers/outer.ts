/** An archive as a file: a tar, or one compressed as a whole, told by its first bytes. */
import { gunzip, unzstd } from './compression.js';
import type { Body, TarReader } from './tar.js';

const MAGIC_BYTES = 4;
/** What only an engine unpacks, by their first bytes. */
const OTHERS = [
  { format: 'xz', magic: Buffer.from('fd377a58', 'hex') },
  { format: 'bzip2', magic: Buffer.from('425a68', 'hex') },
] as const;

/** A whole archive, perhaps, in a format that isn't unpacked here. */
export class PackedOtherwise extends Error {
  constructor(readonly format: string) {
    super(`packed with ${format}`);
  }
}

/** Hands a file's bytes to `tar`, unpacked. `later` is given what goes on after a call has returned. @throws PackedOtherwise */
export function createOuterReader(tar: TarReader, later: (work: Promise<void>) => void): Body {
  const plain: Body = { data: (bytes) => tar.push(bytes), end: () => tar.end() };
  let head = Buffer.alloc(0);
  let body: Body | null = null;
  const decide = (): Body => {
    const other = OTHERS.find(({ magic }) => head.subarray(0, magic.length).equals(magic));
    if (other) throw new PackedOtherwise(other.format);
    if (head[0] === 0x1f && head[1] === 0x8b) body = gunzip(plain, later);
    else body = head.length >= MAGIC_BYTES && head.readUInt32LE(0) === 0xfd2fb528 ? unzstd(plain) : plain;
    if (head.length > 0) body.data(head);
    return body;
  };
  return {
    data(bytes) {
      if (body) return body.data(bytes);
      head = Buffer.concat([head, bytes]);
      if (head.length >= MAGIC_BYTES) decide();
    },
    end: () => (body ?? decide()).end(),
  };
}
