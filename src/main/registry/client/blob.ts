/** The bytes of a blob on their way: counted, and held against their digest at the end. */
import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { FailureError, type Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';

export type BlobPart = {
  readonly digest: string;
  /** From which byte on. */
  readonly offset: number;
  /** How many bytes of `body` come before that: a registry may ignore what was asked for. */
  readonly skip: number;
  readonly title: string;
  /** What broke while the body was read, in words. */
  readonly failureOf: (error: unknown) => FailureError;
};

/** `body` from `offset` on. Read from its start, the stream fails at its end unless the bytes are the digest's. */
export function verified(body: Readable, { digest, offset, skip, title, failureOf }: BlobPart): Readable {
  const [algorithm = '', wanted = ''] = digest.split(':', 2);
  const hash = offset === 0 ? createHash(algorithm) : null;
  let left = skip;
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = left === 0 ? chunk : chunk.subarray(Math.min(left, chunk.length));
      left -= chunk.length - bytes.length;
      hash?.update(bytes);
      done(null, bytes.length === 0 ? undefined : bytes);
    },
    flush(done) {
      const isSame = hash === null || hash.digest('hex') === wanted;
      done(isSame ? null : new FailureError(notTheDigest(title, digest)));
    },
  });
  // A failure of the body is thrown where the stream is read, in words.
  body.on('error', (error) => checked.destroy(failureOf(error)));
  pipeline(body, checked, () => undefined);
  return checked;
}

export function notTheDigest(title: string, digest: string): Failure {
  return {
    code: 'unexpected',
    title,
    detail: say('registryFailures.notTheDigest', { digest: digest.slice(0, 19) }),
    remedy: say('registryFailures.notTheDigest.remedy'),
  };
}
