/**
 * What is kept of a layer on disk, in a binary format of Strata's own: first its whiteouts, then its other entries, each
 * in the order of the archive. `STRLAY` and a version, records, the digests of files in their order and how many they are
 * (32 bits, least first), and the SHA-256 of all that. Numbers are base-128, least first; a path is told by how many bytes
 * it shares with the one before.
 */
import { createHash } from 'node:crypto';
import { say } from '../../shared/words/index.js';
import { decodeName, encodeName } from './names.js';
import { DIGEST_BYTES } from './sums.js';
import { DamagedArchive } from './tar-header.js';

const NAME = Buffer.from('STRLAY\0', 'latin1');
const MAGIC = Buffer.concat([NAME, Buffer.from([4])]);
const SUM = 32;
const SLASH = 0x2f;
const COUNT = 4;
/** Together about 120 MB: a layer that holds more is no layer that anyone made on purpose. */
const MOST_ENTRIES = 4_000_000;
const MOST_BYTES = 256 * 1024 * 1024;

const kinds = ['file', 'folder', 'link', 'hard', 'device', 'pipe', 'whiteout', 'opaque'] as const;

export type LayerEntry = {
  /**
   * `hard`: another name of what `target` names. `whiteout`: what lower layers have at `path` is gone;
   * `opaque`: all that they have below it.
   */
  readonly kind: (typeof kinds)[number];
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly modified: number;
  /** '' for what has none. */
  readonly target: string;
  /** Of a file that isn't empty: the first bytes of its content's SHA-256, as Latin-1; '' for anything else. */
  readonly digest: string;
};

/** As it is read back: the path's two parts are at hand. */
export type KeptEntry = LayerEntry & {
  /** The very same string for entries of one folder that follow one another. */
  readonly folder: string;
  readonly name: string;
};

export type LayerWriter = {
  /** @throws DamagedArchive when there are more entries than any layer has */
  readonly add: (entry: Omit<LayerEntry, 'digest'>) => void;
  /** Takes the digests of all files that aren't empty. */
  readonly finish: (digests: Uint8Array) => Buffer;
};

export function createLayerWriter(): LayerWriter {
  const whiteouts = createRecords();
  const others = createRecords();
  let entries = 0;
  return {
    add(entry) {
      const records = entry.kind === 'whiteout' || entry.kind === 'opaque' ? whiteouts : others;
      records.add(entry);
      if (++entries > MOST_ENTRIES || whiteouts.size() + others.size() > MOST_BYTES)
        throw new DamagedArchive(say('layerFailures.damaged.entries'));
    },
    finish(digests) {
      const count = Buffer.alloc(COUNT);
      count.writeUInt32LE(digests.length / DIGEST_BYTES);
      const bytes = Buffer.concat([MAGIC, whiteouts.written(), others.written(), digests, count]);
      return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
    },
  };
}

function createRecords() {
  let bytes = Buffer.allocUnsafe(4 * 1024);
  let at = 0;
  let previous: Buffer = Buffer.alloc(0);

  const room = (more: number): void => {
    if (at + more <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + more));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const count = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes[at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[at++] = rest;
  };
  const text = (value: Buffer): void => {
    count(value.length);
    at += value.copy(bytes, at);
  };

  return {
    add(entry: Omit<LayerEntry, 'digest'>): void {
      const path = encodeName(entry.path);
      const target = encodeName(entry.target);
      room(path.length + target.length + 96);
      const shared = sharedBytes(previous, path);
      bytes[at++] = kinds.indexOf(entry.kind);
      count(shared);
      text(path.subarray(shared));
      for (const value of [entry.mode, entry.uid, entry.gid, entry.size, entry.modified])
        count(Math.min(Math.max(0, value), Number.MAX_SAFE_INTEGER));
      text(target);
      previous = path;
    },
    size: (): number => at,
    written: (): Buffer => bytes.subarray(0, at),
  };
}

/** Empty files are all alike. */
export const hasDigest = ({
  kind,
  size,
}: {
  readonly kind: LayerEntry['kind'];
  readonly size: number;
}): boolean => kind === 'file' && size > 0;

function sharedBytes(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at++;
  return at;
}

/** Whether `bytes` are what a writer finished with, whole and unchanged. */
export function isWhole(bytes: Buffer): boolean {
  const end = bytes.length - SUM;
  if (end < MAGIC.length + COUNT || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  return createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end));
}

/** Whether `bytes` say that a Strata of another version wrote them, in the form of that time. */
export const isOfOtherVersion = (bytes: Buffer): boolean =>
  bytes.length > NAME.length &&
  bytes.subarray(0, NAME.length).equals(NAME) &&
  bytes[NAME.length] !== MAGIC[NAME.length];

/** The entries of bytes that are whole: whiteouts, then the others, each in the order of the archive. */
export function* readLayer(bytes: Buffer): Generator<KeptEntry, void, undefined> {
  const counted = bytes.length - SUM - COUNT;
  const end = counted - bytes.readUInt32LE(counted) * DIGEST_BYTES;
  let digests = end;
  let at = MAGIC.length;
  let path = Buffer.allocUnsafe(4096);
  let folder = '';
  let folderBytes = 0;
  const count = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (at < end) {
    const kind = kinds[bytes[at++] ?? 0] ?? 'file';
    const shared = count();
    const own = count();
    const length = shared + own;
    if (length > path.length) path = Buffer.concat([path], length * 2);
    bytes.copy(path, shared, at, at + own);
    at += own;
    let slash = length - 1;
    while (slash >= 0 && path[slash] !== SLASH) slash--;
    // Most entries stand in the folder of the one before, whose name is known.
    if (Math.max(0, slash) !== folderBytes || shared < slash) {
      folderBytes = Math.max(0, slash);
      folder = decodeName(path.subarray(0, folderBytes));
    }
    const name = decodeName(path.subarray(slash + 1, length));
    const mode = count();
    const uid = count();
    const gid = count();
    const size = count();
    const modified = count();
    const targetBytes = count();
    const target = targetBytes === 0 ? '' : decodeName(bytes.subarray(at, at + targetBytes));
    at += targetBytes;
    const digest = hasDigest({ kind, size }) ? bytes.toString('latin1', digests, digests + DIGEST_BYTES) : '';
    digests += digest.length;
    const whole = folderBytes === 0 ? name : `${folder}/${name}`;
    yield { kind, path: whole, folder, name, mode, uid, gid, size, modified, target, digest };
  }
}
