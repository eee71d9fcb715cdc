/** An OCI image layout as a folder (OCI image-spec image-layout.md): read as the archive that it would be. */
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { say } from '../../shared/words/index.js';
import { documentPart, tarOf, type TarPart } from './image-tar.js';
import { DamagedArchive } from './tar-header.js';

const DEEPEST = 4;
const MOST_BLOBS = 20_000;
const MOST_DOCUMENT = 8 * 1024 * 1024;
const CHUNK = 1024 * 1024;

const descriptor = z.object({
  digest: z.string().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/),
  annotations: z.record(z.string(), z.string()).nullish(),
});
const index = z.object({ manifests: z.array(descriptor) });
const manifest = z.object({ config: descriptor, layers: z.array(descriptor) });

type Found = { readonly documents: Map<string, TarPart>; readonly layers: Set<string> };

/**
 * The layout as a tar, without what no image of it names.
 * @throws DamagedArchive when it is no layout; an error of the file system when a file can't be read
 */
export async function tarOfLayout(
  folder: string,
): Promise<{ readonly stream: Readable; readonly total: number }> {
  const list = await readDocument(folder, 'index.json');
  if (list === null) throw new DamagedArchive(say('layerFailures.damaged.noIndex'));
  const found: Found = { documents: new Map(), layers: new Set() };
  await collect(folder, list, found, 0);
  const layers: TarPart[] = [];
  for (const name of found.layers) {
    const file = join(folder, name);
    const size = await sizeOf(file);
    // Of an image of many platforms a folder may hold one; what is missing is missed when it is wanted.
    if (size !== null)
      layers.push({
        name,
        size,
        open: () => Promise.resolve(createReadStream(file, { highWaterMark: CHUNK })),
      });
  }
  const parts = [documentPart('index.json', list), ...found.documents.values(), ...layers];
  return { stream: tarOf(parts), total: parts.reduce((sum, { size }) => sum + size, 0) };
}

async function collect(folder: string, document: Buffer, found: Found, depth: number): Promise<void> {
  const json = parsed(document);
  const list = index.safeParse(json).data;
  const image = manifest.safeParse(json).data;
  if (list && depth <= DEEPEST) {
    for (const { digest } of list.manifests) {
      const name = blobName(digest);
      if (found.documents.has(name)) continue;
      const inner = await readDocument(folder, name);
      if (inner === null) continue;
      keep(found, name, inner);
      await collect(folder, inner, found, depth + 1);
    }
    return;
  }
  if (!image) return;
  const settings = blobName(image.config.digest);
  const bytes = await readDocument(folder, settings);
  if (bytes !== null) keep(found, settings, bytes);
  for (const { digest } of image.layers) found.layers.add(blobName(digest));
  if (found.layers.size > MOST_BLOBS) throw new DamagedArchive(say('layerFailures.damaged.manyLayers'));
}

function keep({ documents }: Found, name: string, bytes: Buffer): void {
  documents.set(name, documentPart(name, bytes));
  if (documents.size > MOST_BLOBS) throw new DamagedArchive(say('layerFailures.damaged.manyImages'));
}

const blobName = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

/** Null for what is no plain file: a link in a layout may lead to anything on this machine. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await lstat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

async function readDocument(folder: string, name: string): Promise<Buffer | null> {
  const file = join(folder, name);
  const size = await sizeOf(file);
  return size === null || size > MOST_DOCUMENT ? null : readFile(file);
}

function parsed(document: Buffer): unknown {
  try {
    return JSON.parse(document.toString('utf8'));
  } catch {
    return undefined;
  }
}
