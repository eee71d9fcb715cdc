/**
 * One header of a tar archive, and the records that go with it.
 * POSIX.1-2001 (ustar, pax) and GNU tar's manual, "Basic Tar Format" and "GNU Extensions".
 */
import { say } from '../../shared/words/index.js';

export class DamagedArchive extends Error {
  override readonly name = 'DamagedArchive';
}

export const BLOCK = 512;

export type TarHeader = {
  readonly type: string;
  readonly name: Buffer;
  readonly link: Buffer;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes that follow in the archive. */
  readonly size: number;
  readonly modified: number;
  /** Of an old GNU sparse file: the bytes that it has when unpacked, and whether more maps follow. */
  readonly sparse: { readonly realSize: number; readonly more: boolean } | null;
};

/** @throws DamagedArchive when the checksum or a number is wrong */
export function readHeader(block: Buffer): TarHeader {
  if (!checksumFits(block)) throw new DamagedArchive(say('layerFailures.damaged.checksum'));
  const type = String.fromCharCode(block[156] ?? 0);
  const gnu = block.toString('latin1', 257, 265) === 'ustar  \0';
  const ustar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = ustar ? text(block, 345, 155) : NOTHING;
  const name = text(block, 0, 100);
  return {
    type: type === '\0' ? '0' : type,
    name: prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name,
    link: text(block, 157, 100),
    mode: number(block, 100, 8) & 0o7777,
    uid: number(block, 108, 8),
    gid: number(block, 116, 8),
    size: length(number(block, 124, 12)),
    modified: number(block, 136, 12),
    sparse: gnu && type === 'S' ? { realSize: length(number(block, 483, 12)), more: block[482] !== 0 } : null,
  };
}

/** Whether another block of an old sparse map follows this one. */
export const sparseMapGoesOn = (block: Buffer): boolean => block[504] !== 0;

/** `<bytes> <key>=<value>\n`, repeated. A value is bytes. @throws DamagedArchive */
export function readPax(body: Buffer): ReadonlyMap<string, Buffer> {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < body.length && body[at] !== 0;) {
    const space = body.indexOf(0x20, at);
    const bytes = space > at && space - at < 10 ? Number(body.toString('latin1', at, space)) : NaN;
    const end = at + bytes;
    const equals = body.indexOf(0x3d, space);
    if (!Number.isInteger(bytes) || end > body.length || equals < 0 || equals >= end)
      throw new DamagedArchive(say('layerFailures.damaged.extended'));
    records.set(body.toString('latin1', space + 1, equals), body.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

/** A decimal of a pax record. @throws DamagedArchive when it is no number that fits */
export function paxNumber(value: Buffer): number {
  const found = Number(value.toString('latin1') || NaN);
  if (!Number.isFinite(found)) throw new DamagedArchive(say('layerFailures.damaged.extendedNumber'));
  return found;
}

/** A size that bytes can be counted with. @throws DamagedArchive */
export function length(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0) throw new DamagedArchive(say('layerFailures.damaged.size'));
  return size;
}

const NOTHING = Buffer.alloc(0);

function text(block: Buffer, start: number, most: number): Buffer {
  if (block[start] === 0) return NOTHING;
  const end = block.indexOf(0, start);
  // A copy: the block belongs to a chunk that goes.
  return Buffer.from(block.subarray(start, end < 0 || end > start + most ? start + most : end));
}

function number(block: Buffer, start: number, bytes: number): number {
  const first = block[start] ?? 0;
  if (first & 0x80) {
    // Base 256, two's complement: GNU tar, for what octal digits can't hold.
    let value = first & 0x40 ? (first & 0x7f) - 0x80 : first & 0x7f;
    for (let at = start + 1; at < start + bytes; at++) value = value * 256 + (block[at] ?? 0);
    return value;
  }
  let value = 0;
  for (let at = start; at < start + bytes; at++) {
    const digit = (block[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 7) value = value * 8 + digit;
    else if (digit !== 0x20 - 0x30 && digit !== -0x30)
      throw new DamagedArchive(say('layerFailures.damaged.number'));
  }
  return value;
}

function checksumFits(block: Buffer): boolean {
  // Its own field counts as blanks.
  let sum = 8 * 0x20;
  for (let at = 0; at < 148; at++) sum += block[at] ?? 0;
  for (let at = 156; at < BLOCK; at++) sum += block[at] ?? 0;
  const said = number(block, 148, 8);
  if (said === sum) return true;
  // Old tars summed signed characters.
  for (let at = 0; at < BLOCK; at++) if ((at < 148 || at >= 156) && (block[at] ?? 0) > 127) sum -= 256;
  return said === sum;
}
