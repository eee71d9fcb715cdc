import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GrpcError, serveGrpc, unary, type GrpcMethods } from './grpc.js';

const frame = (text: string | Buffer): Buffer => {
  const bytes = Buffer.from(text);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([prefix, bytes]);
};

/** A client at the other end of a connection on which `methods` are served. */
async function serve(
  methods: GrpcMethods,
): Promise<{ client: ClientHttp2Session; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const { port } = server.address() as { port: number };
  const client = connect(`http://127.0.0.1:${port}`);
  client.on('error', () => undefined);
  const close = serveGrpc(await accepted, methods);
  onTestFinished(async () => {
    client.destroy();
    await close();
    server.close();
  });
  return { client, close };
}

async function call(client: ClientHttp2Session, path: string, body: readonly Buffer[], headers = {}) {
  const stream = client.request({ ':method': 'POST', ':path': path, ...headers });
  let trailers: IncomingHttpHeaders = {};
  stream.on('trailers', (received: IncomingHttpHeaders) => (trailers = received));
  for (const chunk of body) stream.write(chunk);
  stream.end();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { body: Buffer.concat(chunks), status: trailers['grpc-status'], message: trailers['grpc-message'] };
}

const echo: GrpcMethods = { '/echo': unary((message) => Promise.resolve(message)) };

describe('gRPC on a connection', () => {
  it('answers a call, however its message was cut', async () => {
    const { client } = await serve(echo);
    const whole = frame('hello');
    const bytes = [...whole].map((byte) => Buffer.of(byte));
    expect(await call(client, '/echo', bytes)).toMatchObject({ body: whole, status: '0' });
  });

  it('answers many calls at once, with large messages', async () => {
    const { client } = await serve(echo);
    const large = frame(Buffer.alloc(200_000, 'x'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(client, '/echo', [large])));
    expect(answers.every(({ body, status }) => status === '0' && body.length === large.length)).toBe(true);
  });

  it('says that there is no such method', async () => {
    const { client } = await serve(echo);
    expect((await call(client, '/other', [frame('')])).status).toBe('12');
  });

  it('gives the status of a refusal, and its words', async () => {
    const { client } = await serve({ '/no': () => Promise.reject(new GrpcError(5, 'nothing “there”')) });
    const { status, message } = await call(client, '/no', [frame('')]);
    expect([status, decodeURIComponent(String(message))]).toEqual(['5', 'nothing “there”']);
  });

  it('refuses a message that is too large before it has come', async () => {
    const { client } = await serve(echo);
    const lie = Buffer.from([0, 0xff, 0xff, 0xff, 0xff]);
    expect((await call(client, '/echo', [lie])).status).toBe('2');
  });

  it('keeps repeated headers apart, commas and all', async () => {
    const { client } = await serve({
      '/headers': async ({ header, send }) => send(Buffer.from(JSON.stringify(header('x-path')))),
    });
    const { body } = await call(client, '/headers', [], { 'x-path': ['a, b', 'c'] });
    expect(body.subarray(5).toString()).toBe('["a, b","c"]');
  });

  it('has no call under way any more once it is ended', async () => {
    const under: string[] = [];
    const { client, close } = await serve({
      '/wait': async ({ messages }) => {
        under.push('way');
        try {
          await messages.next();
        } finally {
          under.pop();
        }
      },
    });
    const stream = client.request({ ':method': 'POST', ':path': '/wait' });
    stream.on('error', () => undefined);
    await new Promise((resolve) => stream.once('response', resolve));
    expect(under).toEqual(['way']);
    await close();
    expect(under).toEqual([]);
  });
});
