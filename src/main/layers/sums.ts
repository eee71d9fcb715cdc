/** What a layer's bytes come to: the layer's own digest, and one for the content of each file in it. */
import { createHash, hash, type Hash } from 'node:crypto';

/** Bytes kept of the SHA-256 of a file's content: 128 bits, as nobody has to find one that fits, only to tell files apart. */
export const DIGEST_BYTES = 16;

export type LayerSums = {
  /** `sha256:…` of the uncompressed tar. */
  readonly diffId: string;
  /** `DIGEST_BYTES` for each file, in the order in which they were told. */
  readonly digests: Uint8Array;
};

export type Sums = {
  /** The content of a file: where it begins in the layer, and its bytes. Told in order, and before those bytes come. */
  readonly file: (offset: number, length: number) => void;
  /** The layer's next bytes, which may be overwritten afterwards. */
  readonly data: (bytes: Uint8Array) => void;
  readonly end: () => LayerSums;
};

/** Makes both as the bytes come. */
export function createSums(): Sums {
  const whole = createHash('sha256');
  const files: { readonly offset: number; readonly length: number }[] = [];
  let next = 0;
  let current: Hash | null = null;
  let position = 0;
  let digests = new Uint8Array(64 * DIGEST_BYTES);
  let made = 0;

  const keep = (digest: Uint8Array): void => {
    if ((made + 1) * DIGEST_BYTES > digests.length) {
      const larger = new Uint8Array(digests.length * 2);
      larger.set(digests);
      digests = larger;
    }
    digests.set(digest.subarray(0, DIGEST_BYTES), made * DIGEST_BYTES);
    made++;
    next++;
    current = null;
  };
  /** What of the files lies in the bytes at `position`. */
  const takeFiles = (bytes: Uint8Array): void => {
    const end = position + bytes.length;
    for (let file = files[next]; file && file.offset < end; file = files[next]) {
      const from = Math.max(file.offset, position);
      const to = Math.min(file.offset + file.length, end);
      const part = bytes.subarray(from - position, to - position);
      // Most files come in one piece, and a hash in one call takes half the time.
      if (part.length === file.length) keep(hash('sha256', part, 'buffer'));
      else {
        (current ??= createHash('sha256')).update(part);
        if (to < file.offset + file.length) return;
        keep(current.digest());
      }
    }
  };

  return {
    file: (offset, length) => void files.push({ offset, length }),
    data(bytes) {
      whole.update(bytes);
      takeFiles(bytes);
      position += bytes.length;
      // What is done with needs no memory.
      if (next > 1024) files.splice(0, next);
      if (next > 1024) next = 0;
    },
    end() {
      // What stands at the very end of the layer has no bytes.
      while (next < files.length) keep((current ?? createHash('sha256')).digest());
      return { diffId: `sha256:${whole.digest('hex')}`, digests: digests.slice(0, made * DIGEST_BYTES) };
    },
  };
}
