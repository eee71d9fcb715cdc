/** What in the small text files of layers looks like a secret. */
import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { FileSecret } from '../../shared/contract/push.js';
import { lookOf } from '../../shared/secret-scan/files.js';
import { scanText } from '../../shared/secret-scan/scan.js';
import { createBlobReader } from './blob.js';
import { eachChunk } from './chunks.js';
import { cleanPath, decodeName, displayName } from './names.js';
import { createTarReader, type Body, type TarEntry } from './tar.js';

/** Of an image no more than so many are told. */
const MOST = 200;

/** Reads `archive` to its end. Only what stands in layers with DiffIDs in `wanted` is told. @throws DamagedArchive */
export async function scanLayers(
  archive: Readable,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<readonly FileSecret[]> {
  const found: FileSecret[] = [];
  let work: Promise<void>[] = [];
  const later = (promise: Promise<void>): void => void work.push(promise);

  /** Which layer it is shows at its end: what was found in it is kept till then. */
  const layer = (): Body => {
    const sum = createHash('sha256');
    const here: Omit<FileSecret, 'diffId'>[] = [];
    const tar = createTarReader((entry) => bodyFor(entry, here));
    return {
      data(bytes) {
        tar.push(bytes);
        sum.update(bytes);
      },
      end() {
        tar.end();
        const diffId = `sha256:${sum.digest('hex')}`;
        if (wanted.has(diffId))
          found.push(...here.slice(0, MOST - found.length).map((one) => ({ ...one, diffId })));
      },
    };
  };
  const settled = async (): Promise<void> => {
    while (work.length > 0) {
      const now = work;
      work = [];
      await Promise.all(now);
    }
  };
  const outer = createTarReader((entry) =>
    entry.type === '0' ? createBlobReader(entry.size, { layer, json: () => undefined, later }) : null,
  );
  try {
    await eachChunk(
      archive,
      (chunk) => {
        outer.push(chunk);
        return work.length > 0 ? settled() : null;
      },
      signal,
    );
    outer.end();
    await settled();
  } finally {
    await Promise.allSettled(work);
  }
  return found;
}

function bodyFor(entry: TarEntry, found: Omit<FileSecret, 'diffId'>[]): Body | null {
  if (entry.type !== '0' || entry.stored !== entry.size || found.length >= MOST) return null;
  const path = cleanPath(decodeName(entry.name));
  const look = path === null ? 'no' : lookOf(path, entry.size);
  if (path === null || look === 'no') return null;
  const parts: Buffer[] = [];
  return {
    data: (bytes) => parts.push(Buffer.from(bytes)),
    end() {
      const bytes = Buffer.concat(parts);
      if (bytes.includes(0) || !isUtf8(bytes)) return;
      for (const { what, line, hint } of scanText(bytes.toString('utf8'), look === 'all'))
        found.push({ path: displayName(path), what, line, hint });
    },
  };
}
