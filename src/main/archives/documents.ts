/** What a tar on disk is, found by its headers and its small documents: the bytes of layers are passed over, not read. */
import type { FileHandle } from 'node:fs/promises';
import { readHeader, readPax } from '../layers/index.js';

const BLOCK = 512;
/** More entries than an archive of images has before its manifest. */
const MOST_ENTRIES = 50_000;
const LARGEST_DOCUMENT = 8 * 1024 * 1024;
const LARGEST_PAX = 64 * 1024;

type Place = { readonly at: number; readonly bytes: number };

export type TarDocuments = {
  readonly has: (name: string) => boolean;
  /** Null where there is no such document, or none of a document's size. */
  readonly read: (name: string) => Promise<Buffer | null>;
};

/** @throws Error, saying why, when the file is no tar or ends too early */
export async function openDocuments(handle: FileHandle, size: number): Promise<TarDocuments> {
  const places = await find(handle, size);
  return {
    has: (name) => places.has(name),
    async read(name) {
      const place = places.get(name);
      return place && place.bytes <= LARGEST_DOCUMENT ? readAt(handle, place) : null;
    },
  };
}

async function find(handle: FileHandle, size: number): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  let at = 0;
  let longer: number | null = null;
  for (let entries = 0; entries < MOST_ENTRIES; entries++) {
    const block = await readAt(handle, { at, bytes: BLOCK });
    if (block.every((byte) => byte === 0)) return places;
    const header = readHeader(block);
    at += BLOCK;
    const bytes: number = longer ?? header.size;
    if (at + bytes > size) throw new Error('it ends in the middle of an entry');
    if (header.type === 'x') {
      const pax = readPax(await readAt(handle, { at, bytes: Math.min(bytes, LARGEST_PAX) }));
      const said = Number(pax.get('size')?.toString('latin1') ?? NaN);
      longer = Number.isSafeInteger(said) && said >= 0 ? said : null;
    } else if (header.type !== 'L' && header.type !== 'K' && header.type !== 'g') {
      longer = null;
      if (header.type === '0') places.set(header.name.toString('utf8').replace(/^\.\//, ''), { at, bytes });
    }
    at += Math.ceil(bytes / BLOCK) * BLOCK;
  }
  return places;
}

async function readAt(handle: FileHandle, { at, bytes }: Place): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  for (let read = 0; read < bytes;) {
    const { bytesRead } = await handle.read(buffer, read, bytes - read, at + read);
    if (bytesRead === 0) throw new Error('it ends before its last block');
    read += bytesRead;
  }
  return buffer;
}
