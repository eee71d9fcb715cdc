/** Compressed layers, unpacked as they arrive. */
import { Decompress } from 'fzstd';
import { createGunzip } from 'node:zlib';
import { say } from '../../shared/words/index.js';
import { DamagedArchive } from './tar-header.js';
import type { Body } from './tar.js';
import { createFrameGuard } from './zstd-frames.js';

/** Bytes that are unpacked at once: what comes of them is in memory together. */
const PIECE = 64 * 1024;

/** One gzip stream or several on end. `later` is given what goes on after a call has returned. */
export function gunzip(body: Body, later: (work: Promise<void>) => void): Body {
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
  stream.on('error', () => fail(new DamagedArchive(say('layerFailures.damaged.compressed'))));
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

/** Zstandard frames on end (RFC 8878), those to be skipped among them. @throws DamagedArchive */
export function unzstd(body: Body): Body {
  const guard = createFrameGuard();
  const stream = new Decompress((bytes) =>
    body.data(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
  );
  const push = (bytes: Uint8Array, last: boolean): void => {
    try {
      stream.push(bytes, last);
    } catch (error) {
      // What the layer itself is refused for comes through here too.
      if (error instanceof DamagedArchive) throw error;
      throw new DamagedArchive(say('layerFailures.damaged.compressed'));
    }
  };
  return {
    data(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE) {
        // A copy: what can't be unpacked yet is kept, and the chunk goes.
        const piece = new Uint8Array(bytes.subarray(at, at + PIECE));
        guard.push(piece);
        push(piece, false);
      }
    },
    end() {
      guard.end();
      push(new Uint8Array(0), true);
      body.end();
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
