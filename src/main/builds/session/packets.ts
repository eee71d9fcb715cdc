/** What travels in a file sync. tonistiigi/fsutil types/wire.proto and types/stat.proto, as published. */
import protobuf from 'protobufjs';
import type { ContextEntry } from '../context/walk.js';

const root = protobuf.Root.fromJSON({
  nested: {
    Packet: {
      fields: {
        type: { type: 'uint32', id: 1 },
        stat: { type: 'Stat', id: 2 },
        ID: { type: 'uint32', id: 3 },
        data: { type: 'bytes', id: 4 },
      },
    },
    Stat: {
      fields: {
        path: { type: 'string', id: 1 },
        mode: { type: 'uint32', id: 2 },
        size: { type: 'int64', id: 5 },
        modTime: { type: 'int64', id: 6 },
        linkname: { type: 'string', id: 7 },
      },
    },
  },
});
const Packet = root.lookupType('Packet');

const STAT = 0;
const REQUEST = 1;
const DATA = 2;
const FIN = 3;
const ERROR = 4;

export type Received =
  | { readonly type: 'request'; readonly id: number }
  | { readonly type: 'fin' }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'other' };

/** @throws Error for bytes that are no packet */
export function readPacket(bytes: Uint8Array): Received {
  const options = { defaults: true, bytes: Buffer };
  const { type, ID, data } = Packet.toObject(Packet.decode(bytes), options) as {
    readonly type: number;
    readonly ID: number;
    readonly data: Buffer;
  };
  if (type === REQUEST) return { type: 'request', id: ID };
  if (type === FIN) return { type: 'fin' };
  return type === ERROR ? { type: 'error', message: data.toString('utf8') } : { type: 'other' };
}

export const finPacket = (): Uint8Array => encode({ type: FIN });

/** A piece of a file; an empty one ends it. In two parts, so that the piece is not copied: `data` is the packet's last field. */
export function dataPacket(id: number, data: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const { type, ID, data: content } = Packet.fields;
  const head = protobuf.Writer.create();
  if (type) head.uint32(tag(type.id, 0)).uint32(DATA);
  if (ID) head.uint32(tag(ID.id, 0)).uint32(id);
  if (content) head.uint32(tag(content.id, 2)).uint32(data.length);
  return [head.finish(), data];
}

/** How a field begins on the wire: wire type 0 is a number, 2 is bytes with their length before them. */
const tag = (field: number, wireType: number): number => (field << 3) | wireType;

/** An entry; none says that there are no more. Owners are root's, as the docker CLI sends them. */
export function statPacket(entry: ContextEntry | null): Uint8Array {
  if (entry === null) return encode({ type: STAT });
  const stat = {
    path: entry.path,
    mode: goMode(entry),
    modTime: int64(BigInt(Math.round(entry.modified * 1000)) * 1000n),
  };
  if (entry.kind === 'file' && entry.sameAs !== null)
    return encode({ type: STAT, stat: { ...stat, linkname: entry.sameAs } });
  if (entry.kind === 'file')
    return encode({ type: STAT, stat: { ...stat, size: int64(BigInt(entry.size)) } });
  if (entry.kind === 'folder') return encode({ type: STAT, stat });
  const size = int64(BigInt(Buffer.byteLength(entry.target)));
  return encode({ type: STAT, stat: { ...stat, size, linkname: entry.target } });
}

const encode = (packet: object): Uint8Array => Packet.encode(packet).finish();

/** As protobufjs takes whole 64-bit numbers without a library for them. */
const int64 = (value: bigint) => ({
  low: Number(BigInt.asIntN(32, value)),
  high: Number(BigInt.asIntN(32, value >> 32n)),
  unsigned: false,
});

/** Go's os.FileMode. */
function goMode({ kind, mode }: ContextEntry): number {
  const type = kind === 'folder' ? 2 ** 31 : kind === 'link' ? 2 ** 27 : 0;
  const bits = (mode & 0o4000 ? 2 ** 23 : 0) + (mode & 0o2000 ? 2 ** 22 : 0) + (mode & 0o1000 ? 2 ** 20 : 0);
  return type + bits + (mode & 0o777);
}
