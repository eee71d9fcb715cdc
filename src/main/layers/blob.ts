/** A file inside an image archive: told by its first bytes to be a layer, plain or compressed, a JSON document, or nothing of interest. */
import { createGunzip } from 'node:zlib';
import { BLOCK, DamagedArchive, readHeader } from './tar-header.js';
import type { Body } from './tar.js';

/** Larger than any manifest or configuration that an engine takes. */
const MOST_JSON = 8 * 1024 * 1024;
/** Whole, as far as anyone knows, but of a kind that Strata doesn't read. */
export class UnreadableLayer extends Error {
  override readonly name = 'UnreadableLayer';
}

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
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzip(parts);
  if (head.length > 4 && head.readUInt32LE(0) === 0xfd2fb528)
    throw new UnreadableLayer('one of its layers is compressed with zstd');
  if ((head[0] === 0x7b || head[0] === 0x5b) && size <= MOST_JSON) return jsonBody(parts);
  return { data: () => undefined, end: () => undefined };
}

/** A layer without entries may be two empty blocks, or nothing at all. */
function isTar(head: Buffer): boolean {
  if (head.every((byte) => byte === 0)) return head.length === 0 || head.length === BLOCK;
  if (head.length < BLOCK) return false;
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

function gunzip({ layer, later }: BlobParts): Body {
  const body = layer();
  const stream = createGunzip();
  let settle: (error?: unknown) => void = () => undefined;
  let broken: unknown = null;
  const fail = (error: unknown): void => {
    broken ??= error;
    settle(error);
    stream.destroy();
  };
  const guarded = (work: () => void): void => {
    try {
      if (!broken) work();
    } catch (error) {
      fail(error);
    }
  };
  stream.on('data', (bytes: Buffer) => guarded(() => body.data(bytes)));
  stream.on('error', () => fail(new DamagedArchive('a compressed layer is damaged')));
  const wait = (start: (done: () => void) => void): void =>
    later(
      new Promise<void>((resolve, reject) => {
        settle = (error) => (error === undefined ? resolve() : reject(asError(error)));
        if (broken) return settle(broken);
        start(() => (broken ? undefined : resolve()));
      }),
    );
  return {
    data: (bytes) => wait((done) => stream.write(Buffer.from(bytes), () => done())),
    end: () =>
      wait((done) => {
        stream.on('end', () => {
          guarded(() => body.end());
          done();
        });
        stream.end();
      }),
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
