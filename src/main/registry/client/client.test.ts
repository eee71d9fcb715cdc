import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.js';
import { Secret, type Credential } from '../../credentials/index.js';
import { createRegistryClients, type RegistryClients } from './index.js';

const password = 'c4nary:"p"ä/+';
const ada: Credential = { username: 'ada', secret: new Secret(password) };
const basic = `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

type Asked = { readonly method: string; readonly url: string; readonly authorization: string | undefined };
type Answering = (request: IncomingMessage, response: ServerResponse, own: string) => void;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server on this machine that answers as `answering` says, and remembers what it was asked. */
async function serve(answering: Answering) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, authorization: headers.authorization });
    request.resume();
    answering(request, response, `http://${host()}`);
  });
  const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  ends.push(() => (server.closeAllConnections(), server.close()));
  return { host: host(), asked, about: (part: string) => asked.filter(({ url }) => url.includes(part)) };
}

function clients(credential: Credential | null = ada): RegistryClients {
  const made = createRegistryClients({
    authFor: () => Promise.resolve(credential),
    certificates: [],
    timeoutMs: 1500,
  });
  ends.push(made.stop);
  return made;
}

const reply = (response: ServerResponse, status: number, body = '', headers = {}): void =>
  void response.writeHead(status, headers).end(body);
const tags = (response: ServerResponse, ...names: string[]): void =>
  reply(response, 200, JSON.stringify({ name: 'team/app', tags: names }));

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  expect(JSON.stringify(error.failure)).not.toContain('c4nary');
  return error.failure;
}

/** A registry whose tokens its own service gives, for the right password. `isGood` says which it takes. */
const withTokens =
  (given: () => string, isGood: (token: string) => boolean): Answering =>
  ({ url = '', headers }, response, own) => {
    if (url.startsWith('/token')) {
      if (headers.authorization !== basic) return reply(response, 401, '{"details":"incorrect"}');
      return reply(response, 200, JSON.stringify({ token: given(), expires_in: 300 }));
    }
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    if (isGood(token)) return tags(response, '1');
    const scope = url === '/v2/' ? '' : ',scope="repository:team/app:pull"';
    reply(response, 401, '{"errors":[{"code":"UNAUTHORIZED"}]}', {
      'www-authenticate': `Bearer realm="${own}/token",service="own"${scope}`,
    });
  };

describe('a token', () => {
  it('is asked for once a repository, with the scope that the registry names, and used again', async () => {
    const server = await serve(
      withTokens(
        () => 'good',
        (token) => token === 'good',
      ),
    );
    const client = clients().of(server.host);
    await client.tags('team/app');
    await Promise.all([client.tags('team/app'), client.tags('team/app')]);
    const [asked, ...others] = server.about('/token');
    expect(others).toEqual([]);
    const query = new URL(asked?.url ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      service: 'own',
      scope: 'repository:team/app:pull',
      account: 'ada',
    });
  });

  it('that expires on the way is fetched anew', async () => {
    let valid = 1;
    const server = await serve(
      withTokens(
        () => `token-${valid}`,
        (token) => token === `token-${valid}`,
      ),
    );
    const client = clients().of(server.host);
    await client.tags('team/app');
    valid++;
    expect((await client.tags('team/app')).items).toEqual(['1']);
    expect(server.about('/token')).toHaveLength(2);
  });

  it('that is never good enough ends in one refusal, not in a circle', async () => {
    const server = await serve(
      withTokens(
        () => 'poor',
        () => false,
      ),
    );
    const failure = await failureOf(clients().of(server.host).tags('team/app'));
    expect(failure).toMatchObject({ code: 'auth-rejected' });
    expect(server.about('/tags/list').length).toBeLessThanOrEqual(3);
  });

  it('is forgotten when the user logs out', async () => {
    const server = await serve(
      withTokens(
        () => 'good',
        (token) => token === 'good',
      ),
    );
    const all = clients();
    await all.of(server.host).tags('team/app');
    all.forget(server.host);
    await all.of(server.host).tags('team/app');
    expect(server.about('/token')).toHaveLength(2);
  });

  it('is asked for as nobody where nobody is logged in', async () => {
    const server = await serve(({ url = '', headers }, response, own) => {
      if (url.startsWith('/token')) return reply(response, 200, '{"access_token":"anyone"}');
      if (headers.authorization === 'Bearer anyone') return tags(response, '1');
      reply(response, 401, '', { 'www-authenticate': `Bearer realm="${own}/token"` });
    });
    expect((await clients(null).of(server.host).tags('team/app')).items).toEqual(['1']);
    expect(server.about('/token')[0]?.authorization).toBeUndefined();
  });

  it('of an identity is exchanged by a POST, and never stands in an address', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response, own) => {
      if (request.url?.startsWith('/token') === true) {
        void text(request).then((body) => bodies.push(body));
        request.on('end', () => reply(response, 200, '{"access_token":"good"}'));
        return;
      }
      if (request.headers.authorization === 'Bearer good') return tags(response, '1');
      reply(response, 401, '', { 'www-authenticate': `Bearer realm="${own}/token",service="own"` });
    });
    const identity = { username: '<token>', secret: ada.secret };
    await clients(identity).of(server.host).tags('team/app');
    expect(server.about('/token')).toEqual([{ method: 'POST', url: '/token', authorization: undefined }]);
    expect(new URLSearchParams(bodies[0]).get('refresh_token')).toBe(password);
  });
});

describe('a password is not sent', () => {
  it('to a token service elsewhere', async () => {
    const stranger = await serve((_request, response) => reply(response, 200, '{"token":"x"}'));
    const server = await serve((_request, response) =>
      reply(response, 401, '', { 'www-authenticate': `Bearer realm="http://${stranger.host}/token"` }),
    );
    expect(await failureOf(clients().of(server.host).tags('team/app'))).toMatchObject({ code: 'denied' });
    expect(stranger.asked).toEqual([]);
  });

  it('along a redirect to another host', async () => {
    const storage = await serve((_request, response) => reply(response, 200, 'layer'));
    const digest = `sha256:${createHash('sha256').update('layer').digest('hex')}`;
    const server = await serve(({ headers }, response) => {
      if (headers.authorization !== basic)
        return reply(response, 401, '', { 'www-authenticate': 'Basic realm="r"' });
      reply(response, 307, '', { location: `http://${storage.host}/blob?signed=1` });
    });
    const stream = await clients().of(server.host).blob('team/app', digest);
    expect(await text(stream)).toBe('layer');
    expect(storage.about('/blob')).toEqual([
      { method: 'GET', url: '/blob?signed=1', authorization: undefined },
    ]);
  });

  it('before the registry has asked who is there', async () => {
    const server = await serve((_request, response) => tags(response, '1'));
    await clients().of(server.host).tags('team/app');
    expect(server.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  it('twice, when it was wrong', async () => {
    const server = await serve((_request, response) =>
      reply(response, 401, '{"errors":[{"message":"no"}]}', { 'www-authenticate': 'Basic realm="r"' }),
    );
    const failure = await failureOf(clients().of(server.host).tags('team/app'));
    expect(failure).toMatchObject({ code: 'auth-rejected', cause: 'HTTP 401: no' });
    expect(server.asked.filter(({ authorization }) => authorization === basic)).toHaveLength(1);
  });
});

describe('a registry that is busy', () => {
  it('is asked again after as long as it says', async () => {
    let refused = 0;
    const server = await serve((request, response) => {
      if (request.url === '/v2/' || refused++ > 0) return tags(response, '1');
      reply(response, 429, '', { 'retry-after': '0' });
    });
    expect((await clients().of(server.host).tags('team/app')).items).toEqual(['1']);
  });

  it('and wants a long rest is left alone, and says for how long', async () => {
    const server = await serve((request, response) =>
      request.url === '/v2/'
        ? reply(response, 200, '{}')
        : reply(response, 429, '', { 'retry-after': '3600' }),
    );
    const failure = await failureOf(clients().of(server.host).tags('team/app'));
    expect(failure.code).toBe('rate-limited');
    expect(failure.detail).toContain('60 min');
    expect(server.about('/tags/list')).toHaveLength(1);
  });

  it('and stumbles once is asked again; one that stays down is not for ever', async () => {
    let stumbles = 1;
    const server = await serve((request, response) => {
      if (request.url !== '/v2/' && stumbles-- > 0) return reply(response, 500);
      tags(response, '1');
    });
    const client = clients().of(server.host);
    expect((await client.tags('team/app')).items).toEqual(['1']);
    stumbles = 100;
    expect((await failureOf(client.tags('team/app'))).code).toBe('registry-unreachable');
    expect(server.about('/tags/list')).toHaveLength(5);
  });

  it('is not told the same thing twice: a write is never repeated', async () => {
    const server = await serve((request, response) =>
      request.url === '/v2/' ? reply(response, 200, '{}') : reply(response, 500),
    );
    const manifest = { mediaType: 'application/vnd.oci.image.manifest.v1+json', bytes: Buffer.from('{}') };
    await failureOf(clients().of(server.host).putManifest('team/app', '1', manifest));
    expect(server.about('/manifests/')).toHaveLength(1);
  });
});

describe('what a registry sends is held against what was asked for:', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const serving = (body: string | Buffer, headers = {}) =>
    serve((_request, response) => void response.writeHead(200, headers).end(body));

  it('a manifest under another digest', async () => {
    const { host } = await serving('{"manifests":[]}');
    const failure = await failureOf(clients().of(host).manifest('team/app', digest));
    expect(failure.detail).toContain('is not what sha256:aaaaaaaaaaaa');
  });

  it('a blob under another digest fails at its end', async () => {
    const { host } = await serving('something else');
    const stream = await clients().of(host).blob('team/app', digest);
    expect((await failureOf(text(stream))).code).toBe('unexpected');
  });

  it('garbage for a list', async () => {
    const { host } = await serving('<html>');
    expect((await failureOf(clients().of(host).tags('team/app'))).code).toBe('unexpected');
  });

  it('more than any manifest has', async () => {
    const { host } = await serving(Buffer.alloc(5 * 1024 * 1024, ' '));
    expect((await failureOf(clients().of(host).manifest('team/app', '1'))).detail).toContain('bytes came');
  });

  it('half a blob', async () => {
    const { host } = await serve((request, response) => {
      if (request.url === '/v2/') return reply(response, 200, '{}');
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setImmediate(() => response.destroy());
    });
    const stream = await clients().of(host).blob('team/app', digest);
    expect((await failureOf(text(stream))).code).toBe('registry-unreachable');
  });

  it('silence in the middle', async () => {
    const { host } = await serve((request, response) => {
      if (request.url === '/v2/') return reply(response, 200, '{}');
      response.writeHead(200).write('{"tags":[');
    });
    const failure = await failureOf(clients().of(host).tags('team/app'));
    expect(failure.title).toContain('doesn’t answer');
  });

  it('redirects without an end', async () => {
    const server = await serve((request, response) =>
      request.url === '/v2/'
        ? reply(response, 200, '{}')
        : reply(response, 302, '', { location: '/v2/team/app/tags/list' }),
    );
    expect((await failureOf(clients().of(server.host).tags('team/app'))).detail).toContain('redirects');
  });
});

it('the rest of a blob is had from the middle, also where a registry gives the whole', async () => {
  const content = '0123456789';
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  for (const knowsRanges of [true, false]) {
    const { host } = await serve(({ headers }, response) => {
      const from = knowsRanges ? Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0) : 0;
      reply(response, from > 0 ? 206 : 200, content.slice(from));
    });
    const stream = await clients().of(host).blob('team/app', digest, { offset: 6 });
    expect(await text(stream)).toBe('6789');
  }
});

it('a name that could lead out of a repository is not asked for', async () => {
  const server = await serve((_request, response) => tags(response, '1'));
  const client = clients().of(server.host);
  for (const name of ['../secret', 'a/../b', 'A', 'a?b=c', 'a#b', 'a//b', 'a%2fb'])
    expect((await failureOf(client.tags(name))).code).toBe('invalid-input');
  for (const reference of ['..', '1/2', '1?x', 'sha256:abc', ''])
    expect((await failureOf(client.manifest('team/app', reference))).code).toBe('invalid-input');
  expect(server.asked).toEqual([]);
});

it('an answer that is not waited for any longer is cancelled', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/v2/') return reply(response, 200, '{}');
    stop.abort();
  });
  const stop = new AbortController();
  const failure = await failureOf(clients().of(server.host).tags('team/app', { signal: stop.signal }));
  expect(failure.code).toBe('cancelled');
});

it('what there is not is null to one who asks what it is, and a failure to one who wants it', async () => {
  const server = await serve((request, response) =>
    request.url === '/v2/'
      ? reply(response, 200, '{}')
      : reply(response, 404, '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}'),
  );
  const client = clients().of(server.host);
  expect(await client.resolve('team/app', '1')).toBeNull();
  expect(await client.blobSize('team/app', `sha256:${'b'.repeat(64)}`)).toBeNull();
  expect(await failureOf(client.manifest('team/app', '1'))).toMatchObject({
    code: 'not-found',
    cause: 'HTTP 404: manifest unknown',
  });
});
