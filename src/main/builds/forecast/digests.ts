/** What files hold, as digests. One that has not changed by size, time and inode since it was read isn't read again. */
import { createHash, type Hash } from 'node:crypto';
import { createContentReader } from '../context/content.js';
import type { ContextEntry } from '../context/walk.js';

type FileEntry = Extract<ContextEntry, { kind: 'file' }>;

export type KnownDigest = { readonly stamp: string; readonly digest: string };

/** By path. */
export type KnownDigests = ReadonlyMap<string, KnownDigest>;

const AT_ONCE = 4;

export const digestOf = (text: string): string => shortened(createHash('sha256').update(text));

/** A digest of texts, one after another; none can be taken for two others. */
export function createDigest() {
  const hash = createHash('sha256');
  let pending = '';
  return {
    add(...texts: readonly string[]): void {
      for (const text of texts) pending += `${text.length}:${text}`;
      // Few large pieces: each costs a journey out of JavaScript.
      if (pending.length < 64 * 1024) return;
      hash.update(pending);
      pending = '';
    },
    end: (): string => shortened(hash.update(pending)),
  };
}

/** @throws Error as the system does */
export async function digestFiles(
  files: readonly FileEntry[],
  known: KnownDigests,
): Promise<Map<string, KnownDigest>> {
  const digests = new Map<string, KnownDigest>();
  const read = createContentReader();
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const stamp = `${file.size}:${file.modified}`;
      const before = known.get(file.path);
      if (before?.stamp === stamp) digests.set(file.path, before);
      else {
        const hash = createHash('sha256');
        for await (const piece of read(file.source, file.size)) hash.update(piece);
        digests.set(file.path, { stamp, digest: shortened(hash) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return digests;
}

/** Half of it: enough to tell files of one project apart, and half as much to keep. */
const shortened = (hash: Hash): string => hash.digest('base64url').slice(0, 22);
