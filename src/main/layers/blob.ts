/** A file inside an image archive: told by its first bytes to be a layer, plain or compressed, a JSON document, or nothing of interest. */
import { gunzip, unzstd } from './compression.js';
import { BLOCK, readHeader } from './tar-header.js';
import type { Body } from './tar.js';

/** Larger than any manifest or configuration that an engine takes. */
const MOST_JSON = 8 * 1024 * 1024;

export type BlobParts = {
  /** Asked for once, when the blob proves to be a layer. */
  readonly layer: () => Body;
  readonly json: (text: string) => void;
  /** What goes on after a call has returned. The caller waits for it before it brings more. */
  readonly later: (work: Promise<void>) => void;
};

/** Takes the bytes of one blob of `size` bytes. */
export function createBlobReader(size: number, parts: BlobParts): Body {
  const wanted = Math.min(size, BLOCK);
  let head = Buffer.alloc(0);
  let body: Body | null = null;
  const decide = (): Body => {
    body = bodyFor(head, size, parts);
    if (head.length > 0) body.data(head);
    return body;
  };
  return {
    data(bytes) {
      if (body) return body.data(bytes);
      head = Buffer.concat([head, bytes]);
      if (head.length >= wanted) decide();
    },
    end: () => (body ?? decide()).end(),
  };
}

function bodyFor(head: Buffer, size: number, parts: BlobParts): Body {
  if (isTar(head)) return parts.layer();
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzip(parts.layer(), parts.later);
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return unzstd(parts.layer());
  if ((head[0] === 0x7b || head[0] === 0x5b) && size <= MOST_JSON) return jsonBody(parts);
  return { data: () => undefined, end: () => undefined };
}

/** A layer without entries may be two empty blocks, or nothing at all. */
function isTar(head: Buffer): boolean {
  const block = head.subarray(0, BLOCK);
  if (block.every((byte) => byte === 0)) return block.length === 0 || block.length === BLOCK;
  if (block.length < BLOCK) return false;
  try {
    readHeader(head);
    return true;
  } catch {
    return false;
  }
}

function jsonBody({ json }: BlobParts): Body {
  const found: Buffer[] = [];
  return {
    data: (bytes) => found.push(Buffer.from(bytes)),
    end: () => json(Buffer.concat(found).toString('utf8')),
  };
}
