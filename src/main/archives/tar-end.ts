/** Whether a tar that streams by is whole: it ends with two blocks of zeros (POSIX.1-2001, pax, "ustar Interchange Format"). */

const END_BYTES = 1024;
const BLOCK = 512;

export type TarEnd = {
  readonly push: (chunk: Buffer) => void;
  readonly bytes: () => number;
  readonly isWhole: () => boolean;
  /** The last bytes as text: an engine that fails midway writes why there, behind HTTP's 200. */
  readonly tail: () => string;
};

export function createTarEnd(): TarEnd {
  let last = Buffer.alloc(0);
  let bytes = 0;
  return {
    push(chunk) {
      bytes += chunk.length;
      const joined = chunk.length >= END_BYTES ? chunk : Buffer.concat([last, chunk]);
      // A copy: the chunk is the stream's.
      last = Buffer.from(joined.subarray(-END_BYTES));
    },
    bytes: () => bytes,
    isWhole: () => bytes % BLOCK === 0 && last.length === END_BYTES && last.every((byte) => byte === 0),
    tail: () => /\{"error[^\0]*$/.exec(last.toString('utf8'))?.[0].trim() ?? '',
  };
}
