/** What is fetched from a feed: bounded in size and time, whatever the other side sends. */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { UpdatePackage } from './update-file.js';

export type Answer = { readonly status: number; readonly body: AsyncIterable<Uint8Array> };

/** Asks an address that `mayAsk` allows, follows redirects to such addresses only, and sends nothing that names anybody. */
export type Get = (address: URL, signal: AbortSignal) => Promise<Answer>;

const ANSWER_LIMIT_MS = 30_000;
/** How long a download may stand still. */
const STILL_LIMIT_MS = 60_000;

/** A small file, whole. @throws FailureError */
export async function getSmall(get: Get, address: URL, most: number): Promise<Buffer> {
  const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const { status, body } = await get(address, signal);
    if (status !== 200) throw answered(address, status);
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > most) throw tooMuch(address, most);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof FailureError ? error : unreachable(address, error);
  }
  return Buffer.concat(chunks);
}

export type DownloadOptions = {
  readonly get: Get;
  readonly address: URL;
  /** What was signed. */
  readonly expected: UpdatePackage;
  readonly target: string;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
};

/** A package into `target`, which is there only if it is what was signed. @throws FailureError; what `signal` was aborted with */
export async function download({
  get,
  address,
  expected,
  target,
  signal,
  onBytes,
}: DownloadOptions): Promise<void> {
  const still = new AbortController();
  const watch = setTimeout(
    () => still.abort(new Error(`nothing came for ${STILL_LIMIT_MS / 1000} s`)),
    STILL_LIMIT_MS,
  );
  const hash = createHash('sha512');
  let bytes = 0;
  const file = await open(target, 'wx', 0o600);
  try {
    const { status, body } = await get(address, AbortSignal.any([signal, still.signal]));
    if (status !== 200) throw answered(address, status);
    for await (const chunk of body) {
      signal.throwIfAborted();
      watch.refresh();
      bytes += chunk.length;
      if (bytes > expected.size) throw other(expected, say('updateFailures.larger', { size: expected.size }));
      hash.update(chunk);
      await file.write(chunk);
      onBytes(bytes);
    }
    signal.throwIfAborted();
    if (bytes < expected.size) throw cut(expected, bytes);
    if (hash.digest('base64') !== expected.sha512) throw other(expected, say('updateFailures.otherSum'));
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(target, { force: true });
    signal.throwIfAborted();
    if (error instanceof FailureError) throw error;
    throw notWritten(error) ?? (bytes > 0 ? cut(expected, bytes, error) : unreachable(address, error));
  } finally {
    clearTimeout(watch);
  }
  await file.close();
}

/** When it was the disk that refused. */
export function notWritten(error: unknown): FailureError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EPERM'].includes(code)) return null;
  return new FailureError({
    code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'unexpected',
    title: say('updateFailures.notKept'),
    detail: say('updateFailures.notKept.detail'),
    remedy: say('updateFailures.notKept.remedy'),
    cause: messageOf(error),
  });
}

function unreachable({ host }: URL, error: unknown): FailureError {
  return new FailureError({
    code: 'registry-unreachable',
    title: say('updateFailures.unreachable', { host }),
    detail: say('updateFailures.unreachable.detail'),
    remedy: say('updateFailures.unreachable.remedy'),
    cause: messageOf(error),
  });
}

function answered({ host, pathname }: URL, status: number): FailureError {
  return new FailureError({
    code: 'not-found',
    title: say('updateFailures.none', { host }),
    detail: say('updateFailures.none.detail', { status, path: pathname }),
    remedy: say('updateFailures.none.remedy'),
  });
}

function tooMuch({ host, pathname }: URL, most: number): FailureError {
  return new FailureError({
    code: 'denied',
    title: say('updateFailures.refused'),
    detail: say('updateFailures.tooMuch', { host, size: most / 1024, path: pathname }),
    remedy: say('updateFailures.tooMuch.remedy'),
  });
}

function other({ url }: UpdatePackage, detail: string): FailureError {
  return new FailureError({
    code: 'denied',
    title: say('updateFailures.other', { file: url }),
    detail,
    remedy: say('updateFailures.other.remedy'),
  });
}

function cut({ url, size }: UpdatePackage, bytes: number, error?: unknown): FailureError {
  return new FailureError({
    code: 'interrupted',
    title: say('updateFailures.cut', { file: url }),
    detail: say('updateFailures.cut.detail', { bytes, size }),
    remedy: say('updateFailures.cut.remedy'),
    ...(error === undefined ? {} : { cause: messageOf(error) }),
  });
}
