/** Reads a tar archive as it arrives, in whatever pieces, with memory that doesn't grow with it. */
import { say } from '../../shared/words/index.js';
import {
  BLOCK,
  DamagedArchive,
  length,
  paxNumber,
  readHeader,
  readPax,
  sparseMapGoesOn,
} from './tar-header.js';
import type { TarHeader } from './tar-header.js';

export type TarEntry = {
  /** ustar's letter: 0 file, 1 hard link, 2 symbolic link, 3 and 4 devices, 5 folder, 6 pipe. */
  readonly type: string;
  readonly name: Buffer;
  readonly link: Buffer;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of the file once unpacked: of a sparse file, its holes as well. */
  readonly size: number;
  /** Bytes that follow in the archive: less than `size` where a sparse file's holes are left out. */
  readonly stored: number;
  /** Where they begin in the archive. */
  readonly offset: number;
  /** Seconds since 1970. */
  readonly modified: number;
};

/** Takes the bytes of one entry. What it is given is valid only during the call. */
export type Body = { readonly data: (bytes: Buffer) => void; readonly end: () => void };

export type TarReader = {
  /** @throws DamagedArchive */
  readonly push: (chunk: Buffer) => void;
  /** @throws DamagedArchive when the archive stops in the middle of an entry */
  readonly end: () => void;
};

/** More than any name or attribute that a file system keeps. */
const MOST_EXTENDED = 1024 * 1024;

type Extensions = { name?: Buffer; link?: Buffer; pax?: ReadonlyMap<string, Buffer> };

/** `onEntry` answers with what takes the entry's bytes, or null to skip over them. */
export function createTarReader(onEntry: (entry: TarEntry) => Body | null): TarReader {
  const block = Buffer.alloc(BLOCK);
  let filled = 0;
  let left = 0;
  let padding = 0;
  let body: Body | null = null;
  let pending: TarHeader | null = null;
  let own: Extensions = {};
  let global: ReadonlyMap<string, Buffer> = new Map();
  let done = false;
  /** Bytes of the archive up to the end of the block that is looked at. */
  let position = 0;
  let consumed = 0;

  const begin = (next: Body | null, size: number): void => {
    body = next;
    left = size;
    padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (left === 0) finish();
  };
  const finish = (): void => {
    const ended = body;
    body = null;
    ended?.end();
  };

  const take = (header: TarHeader): void => {
    switch (header.type) {
      case 'L':
        return begin(
          collect(header.size, (bytes) => (own.name = untilNul(bytes))),
          header.size,
        );
      case 'K':
        return begin(
          collect(header.size, (bytes) => (own.link = untilNul(bytes))),
          header.size,
        );
      case 'x':
        return begin(
          collect(header.size, (bytes) => (own.pax = readPax(bytes))),
          header.size,
        );
      case 'g':
        return begin(
          collect(header.size, (bytes) => (global = new Map([...global, ...readPax(bytes)]))),
          header.size,
        );
      default: {
        const entry = complete(header, { own, global, offset: position });
        own = {};
        begin(onEntry(entry), entry.stored);
      }
    }
  };

  const onBlock = (bytes: Buffer): void => {
    if (pending) {
      if (sparseMapGoesOn(bytes)) return;
      const header = pending;
      pending = null;
      return take(header);
    }
    if (bytes[0] === 0 && bytes.every((byte) => byte === 0)) {
      done = true;
      return;
    }
    const header = readHeader(bytes);
    if (header.sparse?.more) pending = header;
    else take(header);
  };

  return {
    push(chunk) {
      const start = consumed;
      consumed += chunk.length;
      for (let at = 0; at < chunk.length && !done;) {
        const here = chunk.length - at;
        if (left > 0) {
          const bytes = Math.min(left, here);
          body?.data(chunk.subarray(at, at + bytes));
          at += bytes;
          left -= bytes;
          if (left === 0) finish();
        } else if (padding > 0) {
          const bytes = Math.min(padding, here);
          at += bytes;
          padding -= bytes;
        } else if (filled === 0 && here >= BLOCK) {
          position = start + at + BLOCK;
          onBlock(chunk.subarray(at, at + BLOCK));
          at += BLOCK;
        } else {
          const bytes = chunk.copy(block, filled, at, Math.min(chunk.length, at + BLOCK - filled));
          at += bytes;
          filled += bytes;
          if (filled < BLOCK) continue;
          filled = 0;
          position = start + at;
          onBlock(block);
        }
      }
    },
    end() {
      if (!done && (left > 0 || filled > 0 || pending || padding > 0))
        throw new DamagedArchive(say('layerFailures.damaged.cut'));
    },
  };
}

function collect(size: number, onDone: (bytes: Buffer) => void): Body {
  if (size > MOST_EXTENDED) throw new DamagedArchive(say('layerFailures.damaged.extendedLarge'));
  const parts: Buffer[] = [];
  return { data: (bytes) => parts.push(Buffer.from(bytes)), end: () => onDone(Buffer.concat(parts)) };
}

const untilNul = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

type Around = {
  readonly own: Extensions;
  readonly global: ReadonlyMap<string, Buffer>;
  readonly offset: number;
};

/** A header with what the records before it say instead: pax over GNU over the header, own over global. */
function complete(header: TarHeader, { own, global, offset }: Around): TarEntry {
  const value = (key: string): Buffer | undefined => own.pax?.get(key) ?? global.get(key);
  const count = (key: string, otherwise: number): number => {
    const found = value(key);
    return found === undefined || found.length === 0 ? otherwise : paxNumber(found);
  };
  // Only these have bytes of their own; what a link or folder says of its size is no length of what follows.
  const hasBody = !['1', '2', '3', '4', '5', '6'].includes(header.type);
  const stored = hasBody ? length(count('size', header.size)) : 0;
  const real = count('GNU.sparse.realsize', count('GNU.sparse.size', header.sparse?.realSize ?? stored));
  return {
    type: header.type === 'S' || header.type === '7' ? '0' : header.type,
    name: value('GNU.sparse.name') ?? value('path') ?? own.name ?? header.name,
    link: value('linkpath') ?? own.link ?? header.link,
    mode: header.mode,
    uid: count('uid', header.uid),
    gid: count('gid', header.gid),
    size: length(real),
    stored,
    offset,
    modified: Math.floor(count('mtime', header.modified)),
  };
}
