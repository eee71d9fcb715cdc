/**
 * The project folder for BuildKit to look at: it is told what is there, and asks for what it doesn't have yet.
 * moby/buildkit session/filesync/filesync.proto, tonistiigi/fsutil send.go.
 */
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unsteady } from '../context/tar.js';
import { isCode, type BuildContext, type ContextEntry } from '../context/walk.js';
import type { GrpcCall, GrpcMethods } from './grpc.js';
import { dataPacket, finPacket, readPacket, statPacket } from './packets.js';

export type FileSyncOptions = {
  readonly folder: string;
  readonly context: BuildContext;
  /** Relative to the folder. */
  readonly dockerfile: string;
  /** Told as it goes: how many files there are, and how many bytes of content were sent. */
  readonly onSent: (files: number, bytes: number) => void;
  /** Told once the engine has all that it wants of the project. */
  readonly onDone: () => void;
  /** Told why something can't be sent; the engine is told too, and fails the build with fewer words. */
  readonly onProblem: (error: unknown) => void;
};

type FileEntry = Extract<ContextEntry, { kind: 'file' }>;

const CHUNK = 256 * 1024;
const AT_ONCE = 8;

/** What is asked for by the name `dockerfile` is the folder that the Dockerfile is in, by `context` the project's. */
export function fileSyncMethods(options: FileSyncOptions): GrpcMethods {
  return {
    '/moby.filesync.v1.FileSync/DiffCopy': async (call) => {
      const isProject = call.header('dir-name').includes('context') && !wantsIgnoreFile(call);
      try {
        if (!isProject) return await sync(call, needed(call, options), () => undefined);
        // The Dockerfile was asked for apart: one that the project ignores must not be in the image.
        await sync(call, options.context.entriesForImage(), options.onSent);
        options.onDone();
      } catch (error) {
        if (!call.signal.aborted) options.onProblem(error);
        throw error;
      }
    },
  };
}

/** Tells every entry, sends every file that is asked for, and ends when the engine says that it has all. */
async function sync(
  call: GrpcCall,
  entries: AsyncIterable<ContextEntry>,
  onSent: FileSyncOptions['onSent'],
): Promise<void> {
  const told = new Map<number, FileEntry>();
  const sending = new Set<Promise<void>>();
  const problem = new AbortController();
  const fail = (error: unknown): void => problem.abort(error);
  let files = 0;
  let sent = 0;

  const list = async (): Promise<void> => {
    let id = 0;
    for await (const entry of entries) {
      problem.signal.throwIfAborted();
      if (entry.kind === 'file') {
        told.set(id, entry);
        onSent(++files, sent);
      }
      id++;
      await call.send(statPacket(entry));
    }
    await call.send(statPacket(null));
  };
  const serve = async (): Promise<void> => {
    for await (const bytes of call.messages) {
      const packet = readPacket(bytes);
      if (packet.type === 'fin') return;
      if (packet.type === 'error') throw new Error(packet.message);
      const file = packet.type === 'request' ? told.get(packet.id) : undefined;
      if (packet.type !== 'request' || !file) throw new Error('the engine asked for what it was not told of');
      told.delete(packet.id);
      const one: Promise<void> = sendFile(call, packet.id, file, problem.signal, (count) =>
        onSent(files, (sent += count)),
      )
        .catch(fail)
        .finally(() => sending.delete(one));
      sending.add(one);
      if (sending.size >= AT_ONCE) await Promise.race(sending);
    }
    throw new Error('the engine left before it had all');
  };

  const work = Promise.all([list(), serve()]);
  work.catch(fail);
  // A problem must not wait for the engine's next word.
  await Promise.race([work, rejectedBy(problem.signal)]);
  await Promise.all(sending);
  problem.signal.throwIfAborted();
  await call.send(finPacket());
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tell = (): void =>
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

/** The bytes that were promised, no fewer and no more, and the empty piece that ends them. */
async function sendFile(
  call: GrpcCall,
  id: number,
  { path, source, size }: FileEntry,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  try {
    const file = await open(source);
    try {
      for (let at = 0; at < size;) {
        signal.throwIfAborted();
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size - at));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        if (bytesRead === 0) throw Object.assign(new Error(`${at} of ${size} bytes`), { code: 'ESHRUNK' });
        await call.send(dataPacket(id, buffer.subarray(0, bytesRead)));
        at += bytesRead;
        onBytes(bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unsteady(path, error);
  }
  await call.send(dataPacket(id, Buffer.alloc(0)));
}

/** The engine reads the ignore file by itself first; a COPY of it says what to leave out, or names more. */
const wantsIgnoreFile = (call: GrpcCall): boolean =>
  call.header('followpaths').join('/') === '.dockerignore' && call.header('exclude-patterns').length === 0;

/** What the engine reads before it builds: the Dockerfile and the ignore files. In byte order. */
async function* needed(
  call: GrpcCall,
  { folder, dockerfile }: FileSyncOptions,
): AsyncGenerator<ContextEntry> {
  const name = basename(dockerfile);
  const isDockerfile = call.header('dir-name').includes('dockerfile');
  const from = isDockerfile ? join(folder, dirname(dockerfile)) : folder;
  const allowed = isDockerfile ? [name, `${name}.dockerignore`] : ['.dockerignore'];
  for (const path of allowed) {
    const source = join(from, path);
    const found = await stat(source).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (!found?.isFile()) continue;
    yield {
      kind: 'file',
      path,
      mode: found.mode & 0o7777,
      modified: found.mtimeMs,
      size: found.size,
      source,
      onlyForEngine: true,
    };
  }
}
