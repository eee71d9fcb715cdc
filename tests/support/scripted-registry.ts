/**
 * A registry that misbehaves as it is told to: it stands in front of a real one, answers some requests itself, breaks or slows
 * others, and hands on the rest. It remembers what it was asked, and with which credentials.
 */
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

export type Asked = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly authorization: string | null;
  /** Which time this is that just this was asked, from 1. */
  readonly time: number;
};

export type Turn =
  /** Its own answer; the real registry hears nothing. */
  | {
      readonly does: 'answer';
      readonly status: number;
      readonly headers?: OutgoingHttpHeaders;
      readonly body?: string;
    }
  /** Ends the connection once so many bytes of the request's body have gone on. */
  | { readonly does: 'cut'; readonly after: number }
  /** Ends the connection once so many bytes of the real answer's body have come back. */
  | { readonly does: 'cut-answer'; readonly after: number }
  /** At most so many bytes a second, either way. */
  | { readonly does: 'slow'; readonly bytesPerSecond: number }
  /** The real answer with other headers or another body of the same status. */
  | {
      readonly does: 'change';
      readonly headers?: (real: IncomingHttpHeaders) => OutgoingHttpHeaders;
      readonly body?: (bytes: Buffer) => Buffer;
    };

/** What to do with a request; undefined hands it on. `own` is this registry's origin. */
export type Script = (asked: Asked, own: string) => Turn | undefined;

export type ScriptedRegistry = {
  /** `127.0.0.1:PORT`, or the address that was wanted. */
  readonly host: string;
  readonly asked: readonly Asked[];
  readonly stop: () => Promise<void>;
};

export type ScriptedOptions = {
  /** The real registry's `127.0.0.1:PORT`. */
  readonly target: string;
  readonly script: Script;
  /** Where it listens. */
  readonly address?: string;
  /** PEM, for https. */
  readonly tls?: { readonly key: string; readonly cert: string };
};

export async function startScriptedRegistry(options: ScriptedOptions): Promise<ScriptedRegistry> {
  const { target, script, address = '127.0.0.1', tls } = options;
  const asked: Asked[] = [];
  const listener: RequestListener = (incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const time = asked.filter((one) => one.method === method && one.path === path).length + 1;
    const one = { method, path, authorization: headers.authorization ?? null, time };
    asked.push(one);
    // Whoever is cut off says so; that is what is wanted.
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    const turn = script(one, own());
    if (turn?.does === 'answer') answerItself(incoming, outgoing, turn);
    else handOn(incoming, outgoing, { target, isSecure: tls !== undefined }, turn);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  const host = (): string => `${address}:${(server.address() as AddressInfo).port}`;
  const own = (): string => `${tls === undefined ? 'http' : 'https'}://${host()}`;
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return {
    host: host(),
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerItself(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers = {}, body = '' }: Turn & { readonly does: 'answer' },
): void {
  incoming.resume();
  outgoing.writeHead(status, headers);
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}

function handOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { target, isSecure }: { readonly target: string; readonly isSecure: boolean },
  turn: Exclude<Turn, { readonly does: 'answer' }> | undefined,
): void {
  const [hostname, port] = target.split(':');
  const { method, url: path } = incoming;
  // Under its own name, so that the registry's answers lead back here; and without the login, which is not the real one's.
  const headers = { ...incoming.headers, ...(isSecure ? { 'x-forwarded-proto': 'https' } : {}) };
  delete headers.authorization;
  const cut = (): void => {
    incoming.socket.destroy();
    onward.destroy();
  };
  const onward = ask({ hostname, port, method, path, headers }, (answer) => {
    answer.on('error', cut);
    switch (turn?.does) {
      case 'cut-answer':
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(endingAfter(turn.after, cut)).pipe(outgoing);
        return;
      case 'slow':
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        slowed(answer, turn.bytesPerSecond).on('error', cut).pipe(outgoing);
        return;
      case 'change':
        void changed(answer, outgoing, turn).catch(cut);
        return;
      default:
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
    }
  });
  onward.on('error', () => incoming.socket.destroy());
  if (turn?.does === 'cut') incoming.pipe(endingAfter(turn.after, cut)).pipe(onward);
  else if (turn?.does === 'slow') slowed(incoming, turn.bytesPerSecond).on('error', cut).pipe(onward);
  else incoming.pipe(onward);
}

/** Lets `limit` bytes through, then calls `end`, also when there never are so many. */
function endingAfter(limit: number, end: () => void): Transform {
  let passed = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      const more = bytes.subarray(0, Math.max(0, limit - passed));
      passed += bytes.length;
      done(null, more);
      if (passed >= limit) end();
    },
    flush(done) {
      end();
      done();
    },
  });
}

const PIECES_A_SECOND = 10;

function slowed(source: Readable, bytesPerSecond: number): Readable {
  const size = Math.max(1, Math.floor(bytesPerSecond / PIECES_A_SECOND));
  return Readable.from(
    (async function* () {
      for await (const bytes of source as AsyncIterable<Buffer>) {
        for (let at = 0; at < bytes.length; at += size) {
          yield bytes.subarray(at, at + size);
          await setTimeout(1000 / PIECES_A_SECOND);
        }
      }
    })(),
    { objectMode: false },
  );
}

async function changed(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  { headers = () => ({}), body = (bytes) => bytes }: Turn & { readonly does: 'change' },
): Promise<void> {
  const bytes = body(await buffer(answer));
  const length = outgoing.req.method === 'HEAD' ? {} : { 'content-length': bytes.length };
  outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...length, ...headers(answer.headers) });
  outgoing.end(bytes);
}
