/**
 * Follows the frames of a Zstandard stream without unpacking them, so that none makes a decoder take more memory than
 * it is worth. RFC 8878, 3.1.1 "Zstandard Frames" and 3.1.2 "Skippable Frames".
 */
import { say } from '../../shared/words/index.js';
import { DamagedArchive } from './tar-header.js';

/** What `zstd` itself takes without being asked to: `--long=27`. */
const LARGEST_WINDOW = 128 * 1024 * 1024;
const MAGIC = 0xfd2fb528;
const isSkippable = (magic: number): boolean => magic >= 0x184d2a50 && magic <= 0x184d2a5f;
const RLE_BLOCK = 1;

export type FrameGuard = {
  /** @throws DamagedArchive when a frame is none, or asks for a window that is too large */
  readonly push: (bytes: Uint8Array) => void;
  /** @throws DamagedArchive when the stream stops within a frame */
  readonly end: () => void;
};

export function createFrameGuard(): FrameGuard {
  /** What is being read: so many bytes of it are needed before it says anything. */
  let part: 'magic' | 'size' | 'descriptor' | 'header' | 'block' = 'magic';
  let needed = 4;
  let found = 0;
  const held = new Uint8Array(18);
  let skip = 0;
  let checksum = 0;

  const next = (what: typeof part, bytes: number): void => {
    part = what;
    needed = bytes;
    found = 0;
  };
  const read = (from: number, bytes: number): number => {
    let value = 0;
    for (let at = bytes - 1; at >= 0; at--) value = value * 256 + (held[from + at] ?? 0);
    return value;
  };

  /** How many bytes the window, the dictionary's number and the content's size take behind a descriptor. */
  const fields = () => {
    const descriptor = held[0] ?? 0;
    const single = (descriptor & 0x20) !== 0;
    const flag = descriptor >> 6;
    return {
      single,
      window: Number(!single),
      dictionary: [0, 1, 2, 4][descriptor & 3] ?? 0,
      size: flag === 0 ? Number(single) : 2 ** flag,
      checksum: (descriptor & 4) === 0 ? 0 : 4,
    };
  };
  const header = (): void => {
    const { single, dictionary, size, checksum: after } = fields();
    const base = 2 ** (10 + ((held[1] ?? 0) >> 3));
    // A frame of a single segment has its whole content for a window.
    const bytes = single ? read(1 + dictionary, size) : base + (base / 8) * ((held[1] ?? 0) & 7);
    if (bytes > LARGEST_WINDOW) throw new DamagedArchive(say('layerFailures.damaged.memory'));
    checksum = after;
    next('block', 3);
  };

  const complete = (): void => {
    switch (part) {
      case 'magic': {
        const magic = read(0, 4);
        if (magic === MAGIC) return next('descriptor', 1);
        if (isSkippable(magic)) return next('size', 4);
        throw new DamagedArchive(say('layerFailures.damaged.compressed'));
      }
      case 'size':
        skip = read(0, 4);
        return next('magic', 4);
      case 'descriptor': {
        const { window, dictionary, size } = fields();
        part = 'header';
        needed = 1 + window + dictionary + size;
        return;
      }
      case 'header':
        return header();
      case 'block': {
        const block = read(0, 3);
        const type = (block >> 1) & 3;
        skip = type === RLE_BLOCK ? 1 : block >> 3;
        const isLast = (block & 1) === 1;
        if (isLast) skip += checksum;
        return isLast ? next('magic', 4) : next('block', 3);
      }
    }
  };

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length;) {
        if (skip > 0) {
          const passed = Math.min(skip, bytes.length - at);
          skip -= passed;
          at += passed;
          continue;
        }
        held[found++] = bytes[at++] ?? 0;
        if (found === needed) complete();
      }
    },
    end() {
      if (skip > 0 || part !== 'magic' || found > 0)
        throw new DamagedArchive(say('layerFailures.damaged.compressedCut'));
    },
  };
}
