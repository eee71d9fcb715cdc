/** The context as a tar stream: as fast as it is read, never more of it in memory than a few chunks. */
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { FailureError } from '../../../shared/failure.js';
import { createContentReader, type ContentReader } from './content.js';
import { unsteady } from './problems.js';
import type { BuildContext, ContextEntry } from './walk.js';

export type ContextTar = {
  readonly stream: Readable;
  /** Settles when the last byte was taken, or with why the context can't be sent. */
  readonly done: Promise<void>;
};

/** Told after each file: how many, and how many bytes of content, have been packed. */
export type OnPacked = (files: number, bytes: number) => void;

/** Times before 1970 and after this one, in 2038, have no place in a header as tar-stream writes it. */
const LATEST = 0x7fffffff * 1000;

/** Packs what `context` walks. Owners are root's, as the docker CLI sends them. Aborting ends the stream with an error. */
export function packContext(context: BuildContext, onPacked: OnPacked, signal: AbortSignal): ContextTar {
  const tar = pack();
  const stream = new PassThrough({ highWaterMark: 1024 * 1024 });
  const flow = pipeline(tar, stream, { signal });
  const filled = fill(tar, context, onPacked, signal).catch((error: unknown) => {
    tar.destroy();
    throw error;
  });
  return { stream, done: settled(filled, flow) };
}

/** Both ends at rest. Each fails when the other does; what the filling end has to say in words counts first. */
async function settled(filled: Promise<void>, flow: Promise<void>): Promise<void> {
  const ends = await Promise.allSettled([filled, flow]);
  const errors = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
  if (errors.length > 0) throw errors.find((error) => error instanceof FailureError) ?? errors.at(-1);
}

async function fill(
  tar: Pack,
  context: BuildContext,
  onPacked: OnPacked,
  signal: AbortSignal,
): Promise<void> {
  const read = createContentReader();
  let files = 0;
  let bytes = 0;
  for await (const entry of context.entries()) {
    signal.throwIfAborted();
    await add(tar, read, entry);
    if (entry.kind !== 'file') continue;
    files++;
    bytes += entry.size;
    onPacked(files, bytes);
  }
  tar.finalize();
}

async function add(tar: Pack, read: ContentReader, entry: ContextEntry): Promise<void> {
  const mtime = new Date(Math.min(Math.max(entry.modified, 0), LATEST));
  const header = { name: entry.path, mode: entry.mode, mtime, uid: 0, gid: 0 };
  if (entry.kind === 'folder') return put(tar, { ...header, type: 'directory' });
  if (entry.kind === 'link') return put(tar, { ...header, type: 'symlink', linkname: entry.target });
  if (entry.sameAs !== null) return put(tar, { ...header, type: 'link', linkname: entry.sameAs });
  const sink = tar.entry({ ...header, type: 'file', size: entry.size });
  try {
    await pipeline(read(entry.source, entry.size), sink);
  } catch (error) {
    throw unsteady(entry.path, error);
  }
}

function put(tar: Pack, header: Parameters<Pack['entry']>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, (error) => (error ? reject(error) : resolve()));
  });
}
