/** The server's side of gRPC over one connection: what the engine calls, we answer. As grpc/doc/PROTOCOL-HTTP2.md has it. */
import {
  performServerHandshake,
  type Http2Stream,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Duplex } from 'node:stream';
import { messageOf } from '../../../shared/failure.js';

/** A message, or one in parts that are sent one after the other. */
export type GrpcMessage = Uint8Array | readonly Uint8Array[];

/** One call: messages come in until the engine has said all, messages go out. */
export type GrpcCall = {
  readonly messages: AsyncGenerator<Buffer, void>;
  /** Resolves when the connection can take more. @throws Error when the engine has left the call */
  readonly send: (...messages: readonly GrpcMessage[]) => Promise<void>;
  /** Every value of a header, in order. */
  readonly header: (name: string) => readonly string[];
  /** Aborts when the call has ended, in whichever way. */
  readonly signal: AbortSignal;
};

export type GrpcMethod = (call: GrpcCall) => Promise<void>;

/** By path: `/moby.filesync.v1.Auth/Credentials`. */
export type GrpcMethods = Readonly<Record<string, GrpcMethod>>;

/** A refusal with one of gRPC's status codes (5: not found). */
export class GrpcError extends Error {
  override readonly name = 'GrpcError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const UNKNOWN = 2;
const UNIMPLEMENTED = 12;
/** As moby's own client has it: more than gRPC's usual 4 MiB, which a step that says a lot may pass. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;
const PREFIX = 5;
/** Parts of up to so many bytes are cheaper to copy than to write by themselves. */
const COPIED = 4 * 1024;
const LEFT = 'the engine has left the call';

/** Serves `methods` on a connection until it ends. The answer ends it at once, and resolves when no method runs any more. */
export function serveGrpc(connection: Duplex, methods: GrpcMethods): () => Promise<void> {
  const session = performServerHandshake(connection);
  const calls = new Set<Promise<void>>();
  // A connection that breaks ends its calls, and the build's own answer says so.
  session.on('error', () => undefined);
  connection.on('error', () => undefined);
  // The fourth parameter is documented, but missing from the types of this listener.
  const onCall = (
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    _flags: number,
    rawHeaders?: readonly string[],
  ): void => {
    stream.on('error', () => undefined);
    const call: Promise<void> = answer(stream, headers, rawHeaders ?? [], methods).finally(() =>
      calls.delete(call),
    );
    calls.add(call);
  };
  session.on('stream', onCall as (...call: unknown[]) => void);
  return async () => {
    session.destroy();
    connection.destroy();
    await Promise.all(calls);
  };
}

/** A method that takes one message and gives one. */
export const unary =
  (reply: (message: Buffer) => Promise<Uint8Array>): GrpcMethod =>
  async ({ messages, send }) => {
    const first = await messages.next();
    await send(await reply(first.done ? Buffer.alloc(0) : first.value));
  };

async function answer(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  methods: GrpcMethods,
): Promise<void> {
  const method = methods[headers[':path'] ?? ''];
  let status = 0;
  let message = '';
  stream.on('wantTrailers', () =>
    stream.sendTrailers({ 'grpc-status': String(status), 'grpc-message': encodeURIComponent(message) }),
  );
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  const ended = new AbortController();
  stream.once('close', () => ended.abort());
  try {
    if (!method) throw new GrpcError(UNIMPLEMENTED, 'there is no such method');
    await method({
      messages: readMessages(stream),
      send: writerOf(stream),
      header: (name) => valuesOf(rawHeaders, name),
      signal: ended.signal,
    });
  } catch (error) {
    status = error instanceof GrpcError ? error.status : UNKNOWN;
    message = messageOf(error);
  }
  if (stream.writable) stream.end();
}

/** The messages of a stream, however its bytes are cut. @throws GrpcError for one that is too large or compressed */
export async function* readMessages(stream: Http2Stream): AsyncGenerator<Buffer, void> {
  let rest: Buffer = Buffer.alloc(0);
  // Who has read enough still has to answer on the same stream.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let length = lengthOf(rest); length !== null; length = lengthOf(rest)) {
      yield rest.subarray(PREFIX, PREFIX + length);
      rest = rest.subarray(PREFIX + length);
    }
  }
}

/** The length of the whole message that `bytes` begins with; null when more has to come. */
function lengthOf(bytes: Buffer): number | null {
  if (bytes.length < PREFIX) return null;
  if (bytes[0] !== 0) throw new GrpcError(UNIMPLEMENTED, 'compressed messages are not understood');
  const length = bytes.readUInt32BE(1);
  if (length > LARGEST_MESSAGE) throw new GrpcError(UNKNOWN, 'the message is too large');
  return bytes.length >= PREFIX + length ? length : null;
}

/** Writes messages. All who wait for the connection to take more wait together: there may be many. */
function writerOf(stream: ServerHttp2Stream): GrpcCall['send'] {
  let full: Promise<void> | null = null;
  const drained = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        stream.off('drain', settle).off('close', settle);
        full = null;
        if (stream.destroyed) reject(new Error(LEFT));
        else resolve();
      };
      stream.once('drain', settle).once('close', settle);
    });
  return async (...messages) => {
    if (!stream.writable) throw new Error(LEFT);
    stream.cork();
    let takesMore = true;
    for (const bytes of inFewPieces(messages)) takesMore = stream.write(bytes);
    stream.uncork();
    if (!takesMore) await (full ??= drained());
  };
}

/** A message with what says how long it is. */
export const framed = (message: GrpcMessage): Buffer => Buffer.concat([...inFewPieces([message])]);

/** What goes on the wire: small parts put together, large ones as they are. */
function* inFewPieces(messages: readonly GrpcMessage[]): Generator<Uint8Array> {
  let small: Uint8Array[] = [];
  for (const message of messages) {
    const parts = message instanceof Uint8Array ? [message] : message;
    const prefix = Buffer.alloc(PREFIX);
    prefix.writeUInt32BE(
      parts.reduce((length, part) => length + part.length, 0),
      1,
    );
    small.push(prefix);
    for (const part of parts) {
      if (part.length <= COPIED) {
        small.push(part);
        continue;
      }
      yield Buffer.concat(small);
      yield part;
      small = [];
    }
  }
  if (small.length > 0) yield Buffer.concat(small);
}

/** Raw headers, as repeated ones would otherwise be joined by commas that may also be part of them. */
function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    if (rawHeaders[at] === name) values.push(rawHeaders[at + 1] ?? '');
  return values;
}
