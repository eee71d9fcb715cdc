/** Sends a tree to an engine that asks for what it lacks. tonistiigi/fsutil send.go. */
import { createContentReader, type ContentReader } from '../context/content.js';
import { unsteady } from '../context/problems.js';
import type { ContextEntry } from '../context/walk.js';
import type { GrpcCall, GrpcMessage } from './grpc.js';
import { dataPacket, finPacket, readPacket, statPacket } from './packets.js';

type FileEntry = Extract<ContextEntry, { kind: 'file' }>;

const AT_ONCE = 8;
/** Entries are told in groups: each by itself would cost more than what it says. */
const TOLD_AT_ONCE = 128;

/**
 * Tells every entry, sends every file that is asked for, and ends when the engine says that it has all.
 * @param onSent told as it goes: how many files there are, and how many bytes of content were sent
 * @throws FailureError naming what can't be read, Error when the engine leaves early
 */
export async function sendTree(
  call: GrpcCall,
  entries: AsyncIterable<ContextEntry>,
  onSent: (files: number, bytes: number) => void,
): Promise<void> {
  const told = new Map<number, FileEntry>();
  const sending = new Set<Promise<void>>();
  const problem = new AbortController();
  const fail = (error: unknown): void => problem.abort(error);
  const read = createContentReader();
  let files = 0;
  let sent = 0;

  const tell = async (): Promise<void> => {
    let group: GrpcMessage[] = [];
    let id = 0;
    for await (const entry of entries) {
      problem.signal.throwIfAborted();
      if (entry.kind === 'file') {
        files++;
        if (entry.sameAs === null) told.set(id, entry);
      }
      id++;
      group.push(statPacket(entry));
      if (group.length < TOLD_AT_ONCE) continue;
      onSent(files, sent);
      await call.send(...group);
      group = [];
    }
    onSent(files, sent);
    await call.send(...group, statPacket(null));
  };
  const serve = async (): Promise<void> => {
    for await (const bytes of call.messages) {
      const packet = readPacket(bytes);
      if (packet.type === 'fin') return;
      if (packet.type === 'error') throw new Error(packet.message);
      const file = packet.type === 'request' ? told.get(packet.id) : undefined;
      if (packet.type !== 'request' || !file) throw new Error('the engine asked for what it was not told of');
      told.delete(packet.id);
      const one: Promise<void> = sendFile(call, read, packet.id, file, problem.signal, (count) =>
        onSent(files, (sent += count)),
      )
        .catch(fail)
        .finally(() => sending.delete(one));
      sending.add(one);
      if (sending.size >= AT_ONCE) await Promise.race(sending);
    }
    throw new Error('the engine left before it had all');
  };

  const work = Promise.all([tell(), serve()]);
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
  read: ContentReader,
  id: number,
  { path, source, size }: FileEntry,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  const end = dataPacket(id, Buffer.alloc(0));
  let sent = 0;
  try {
    if (size === 0) await call.send(end);
    else
      for await (const piece of read(source, size)) {
        signal.throwIfAborted();
        sent += piece.length;
        const packet = dataPacket(id, piece);
        await (sent < size ? call.send(packet) : call.send(packet, end));
        onBytes(piece.length);
      }
  } catch (error) {
    throw unsteady(path, error);
  }
}
