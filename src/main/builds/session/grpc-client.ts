/** The client's side of gRPC over one connection: what we call, the engine answers. As grpc/doc/PROTOCOL-HTTP2.md has it. */
import { connect, type IncomingHttpHeaders } from 'node:http2';
import type { Duplex } from 'node:stream';
import { framed, GrpcError, readMessages } from './grpc.js';

export type GrpcClient = {
  /** Sends one message and gives the answers as they come. @throws GrpcError with the status that the call ended with */
  readonly call: (path: string, message: Uint8Array, signal: AbortSignal) => AsyncGenerator<Buffer, void>;
  readonly close: () => void;
};

const UNKNOWN = 2;

export function grpcClient(connection: Duplex): GrpcClient {
  const session = connect('http://engine', { createConnection: () => connection });
  // A connection that breaks ends its calls, and they say so.
  session.on('error', () => undefined);
  connection.on('error', () => undefined);
  return {
    async *call(path, message, signal) {
      const stream = session.request(
        { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' },
        { signal },
      );
      let trailers: IncomingHttpHeaders = {};
      stream.on('trailers', (received: IncomingHttpHeaders) => (trailers = received));
      // A call that is refused at once has its status where others have their first headers.
      stream.on('response', (headers) => {
        if (headers['grpc-status'] !== undefined) trailers = headers;
      });
      stream.end(framed(message));
      yield* readMessages(stream);
      const status = Number(trailers['grpc-status'] ?? UNKNOWN);
      if (status !== 0) throw new GrpcError(status, wordsOf(trailers['grpc-message']));
    },
    close() {
      session.destroy();
      connection.destroy();
    },
  };
}

/** Percent-encoded, by the protocol; an engine that doesn't is taken at its word. */
function wordsOf(header: string | string[] | undefined): string {
  const words = String(header ?? 'the engine ended the call without a word');
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
