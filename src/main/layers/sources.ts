/** Where archives come from: an engine that saves an image, a file, or a folder that is one unpacked. */
import type Docker from 'dockerode';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { IndexedImage } from '../../shared/contract/layers.js';
import { tarOfLayout } from './layout-folder.js';
import { readArchive, type ArchiveParts } from './archive.js';

const CHUNK = 1024 * 1024;

const inspectAnswer = z.object({
  Id: z.string(),
  RepoTags: z.array(z.string()).catch([]),
  Size: z.number().nonnegative().catch(0),
  RootFS: z.object({ Layers: z.array(z.string()).catch([]) }).catch({ Layers: [] }),
});

type Reading = Omit<ArchiveParts, 'total'>;

/** Asks the engine for the image's bytes only when a layer isn't known. */
export async function readFromEngine(
  docker: Docker,
  name: string,
  reading: Reading,
): Promise<readonly IndexedImage[]> {
  const found = inspectAnswer.parse(await docker.getImage(name).inspect());
  const image = { references: found.RepoTags, layers: found.RootFS.Layers, detail: null };
  const known = await Promise.all(image.layers.map((diffId) => reading.store.read(diffId)));
  if (known.every((index) => index !== null)) return [image];
  const stream = await untilAborted(docker.getImage(found.Id).get(), reading.signal);
  await readArchive(stream, { ...reading, total: found.Size });
  return [image];
}

/** @throws an error of the file system when the file can't be read */
export async function readFromFile(file: string, reading: Reading): Promise<readonly IndexedImage[]> {
  const { size } = await stat(file);
  return readArchive(createReadStream(file, { highWaterMark: CHUNK }), { ...reading, total: size });
}

/** @throws DamagedArchive when it is no OCI layout; an error of the file system when it can't be read */
export async function readFromFolder(folder: string, reading: Reading): Promise<readonly IndexedImage[]> {
  const { stream, total } = await tarOfLayout(folder);
  return readArchive(stream, { ...reading, total });
}

/** All bytes of an image or archive, to look for single files in. */
export async function bytesOf(
  source:
    | { readonly kind: 'image'; readonly docker: Docker; readonly image: string }
    | { readonly kind: 'archive'; readonly file: string }
    | { readonly kind: 'layout'; readonly folder: string },
  signal: AbortSignal,
): Promise<{ readonly stream: Readable; readonly total: number | null }> {
  if (source.kind === 'layout') return tarOfLayout(source.folder);
  if (source.kind === 'archive')
    return {
      stream: createReadStream(source.file, { highWaterMark: CHUNK }),
      total: (await stat(source.file)).size,
    };
  const { docker, image } = source;
  const { Id, Size } = inspectAnswer.parse(await docker.getImage(image).inspect());
  return { stream: await untilAborted(docker.getImage(Id).get(), signal), total: Size };
}

/** The engine may take long to answer. When nobody waits any more its answer is thrown away. */
async function untilAborted(asked: Promise<NodeJS.ReadableStream>, signal: AbortSignal): Promise<Readable> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<null>((resolve) => (stop = () => resolve(null)));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const stream = await Promise.race([asked, aborted]);
    if (stream instanceof Readable) return stream;
    asked.then((late) => late instanceof Readable && late.destroy()).catch(() => undefined);
    signal.throwIfAborted();
    throw new Error('the engine answered without a stream');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
