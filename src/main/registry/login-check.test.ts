import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import { IDENTITY_TOKEN, Secret } from '../credentials/index.js';
import { checkLogin, type LoginCheck } from './login-check.js';

const password = 'c4n:ary "p"ä/+';
const credential = { username: 'ada', secret: new Secret(password) };
const right = `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

type Answering = (request: IncomingMessage, response: ServerResponse, own: string) => void;
const servers: { close(): unknown }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A server on this computer that answers as `answering` says, and remembers what it was asked. */
async function start(answering: Answering) {
  const asked: { readonly url: string; readonly authorization: string | undefined }[] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    answering(request, response, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  servers.push({ close: () => (server.closeAllConnections(), server.close()) });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, host: origin.slice('http://'.length), asked };
}

const reply = (response: ServerResponse, status: number, headers = {}, body = ''): void =>
  void response.writeHead(status, headers).end(body);

const check = (host: string, more = {}): Promise<LoginCheck> =>
  checkLogin({ registry: host, credential, origins: [`http://${host}`], timeoutMs: 2000, ...more });

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  expect(JSON.stringify(error.failure)).not.toContain('c4n');
  return error.failure;
}

const basicRegistry: Answering = ({ headers }, response) =>
  headers.authorization === right
    ? reply(response, 200, {}, '{}')
    : reply(
        response,
        401,
        { 'www-authenticate': 'Basic realm="r"' },
        '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
      );

/** Its token service is on the same host; `token` is what that gives for the right password. */
const tokenRegistry =
  (token: object, challenge = ''): Answering =>
  ({ url = '', headers }, response, own) => {
    if (url.startsWith('/token')) {
      if (headers.authorization === right) reply(response, 200, {}, JSON.stringify(token));
      else reply(response, 401, {}, '{"details":"incorrect username or password"}');
    } else if (headers.authorization === 'Bearer t0ken') reply(response, 200, {}, '{}');
    else
      reply(response, 401, {
        'www-authenticate': challenge || `Bearer realm="${own}/token",service="the service"`,
      });
  };

describe('a login is accepted', () => {
  it('by a registry that asks for a password itself', async () => {
    const { host, asked } = await start(basicRegistry);
    expect(await check(host)).toEqual({ isOpen: false });
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, right]);
  });

  it.each([{ token: 't0ken' }, { access_token: 't0ken' }, { token: '', access_token: 't0ken' }])(
    'by a registry with a token service that answers %j',
    async (token) => {
      const { host, asked } = await start(tokenRegistry(token));
      expect(await check(host)).toEqual({ isOpen: false });
      expect(asked[1]?.url).toBe('/token?service=the+service&account=ada&client_id=strata');
      expect(asked[2]?.authorization).toBe('Bearer t0ken');
    },
  );

  it('by a registry that is open to all, which is shown the login all the same', async () => {
    const { host, asked } = await start((_, response) => reply(response, 200, {}, '{}'));
    expect(await check(host)).toEqual({ isOpen: true });
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, right]);
  });

  it('by a registry that offers both ways, of which one would go to a stranger', async () => {
    const { host } = await start(({ headers }, response) =>
      headers.authorization === right
        ? reply(response, 200)
        : reply(response, 401, {
            'www-authenticate': ['Bearer realm="https://evil.example.net/token"', 'Basic realm="r"'],
          }),
    );
    expect(await check(host)).toEqual({ isOpen: false });
  });

  it.each(['x'.repeat(4096), 'a:b:c', '"', 'пароль🙂', ' '])(
    'whatever the password is: %.12s',
    async (text) => {
      const expected = `Basic ${Buffer.from(`ada:${text}`).toString('base64')}`;
      const { host } = await start(({ headers }, response) =>
        headers.authorization === expected
          ? reply(response, 200)
          : reply(response, 401, { 'www-authenticate': 'Basic' }),
      );
      const own = { username: 'ada', secret: new Secret(text) };
      expect(await check(host, { credential: own })).toEqual({ isOpen: false });
    },
  );
});

describe('a login is rejected', () => {
  const wrong = { username: 'ada', secret: new Secret('c4nary-wrong') };

  it('with the user and the registry named, and the registry’s own words', async () => {
    const { host } = await start(basicRegistry);
    const failure = await failureOf(check(host, { credential: wrong }));
    expect(failure).toMatchObject({
      code: 'auth-rejected',
      title: `${host} doesn’t accept this login`,
      cause: 'HTTP 401: authentication required',
    });
    expect(failure.detail).toContain('ada');
  });

  it('by a token service', async () => {
    const { host } = await start(tokenRegistry({ token: 't0ken' }));
    const failure = await failureOf(check(host, { credential: wrong }));
    expect(failure).toMatchObject({
      code: 'auth-rejected',
      cause: 'HTTP 401: incorrect username or password',
    });
  });

  it('by a registry that is open only to those without a login', async () => {
    const { host } = await start(({ headers }, response) =>
      reply(response, headers.authorization ? 401 : 200),
    );
    expect((await failureOf(check(host))).code).toBe('auth-rejected');
  });

  it('by a registry that takes no token of its own token service', async () => {
    const { host } = await start(tokenRegistry({ token: 'another' }));
    expect((await failureOf(check(host))).code).toBe('auth-rejected');
  });

  it('without repeating a password that the registry repeats', async () => {
    const { host } = await start((_, response) =>
      reply(
        response,
        401,
        { 'www-authenticate': 'Basic' },
        JSON.stringify({ errors: [{ message: `no such ${password}` }] }),
      ),
    );
    expect((await failureOf(check(host))).cause).toContain('[secret]');
  });
});

describe('a password is not sent', () => {
  it('to a token service that belongs to somebody else, and both are named', async () => {
    const stranger = await start((_, response) => reply(response, 200, {}, '{"token":"t0ken"}'));
    const { host } = await start(
      tokenRegistry({ token: 't0ken' }, `Bearer realm="${stranger.origin}/token",service="s"`),
    );
    const failure = await failureOf(check(host));
    expect(failure.code).toBe('denied');
    expect(failure.title).toContain(host);
    expect(failure.title).toContain(stranger.host);
    expect(stranger.asked).toEqual([]);
  });

  it.each(['registry', 'token service'])('along a redirect of the %s', async (who) => {
    const stranger = await start(basicRegistry);
    const { host } = await start(({ url = '' }, response, own) => {
      if (who === 'registry' || url.startsWith('/token'))
        reply(response, 307, { location: `${stranger.origin}/v2/` });
      else reply(response, 401, { 'www-authenticate': `Bearer realm="${own}/token"` });
    });
    const failure = await failureOf(check(host));
    expect(failure.code).toBe('registry-unreachable');
    expect(failure.detail).toContain(stranger.host);
    expect(stranger.asked).toEqual([]);
  });

  it('to what does not look like a registry', async () => {
    const { host, asked } = await start((_, response) => reply(response, 200, {}, '<html>hello</html>'));
    expect((await failureOf(check(host))).title).toContain('is not a registry');
    expect(asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  it('with a user name that holds a colon', async () => {
    const { host, asked } = await start(basicRegistry);
    const failure = await failureOf(check(host, { credential: { ...credential, username: 'a:b' } }));
    expect(failure.code).toBe('invalid-input');
    expect(asked).toEqual([]);
  });
});

describe('what is no answer of a registry is said in words', () => {
  it.each<[string, Answering, string]>([
    ['a 404', (_, response) => reply(response, 404), 'registry-unreachable'],
    ['a 500', (_, response) => reply(response, 500, {}, 'oops'), 'registry-unreachable'],
    ['a 429', (_, response) => reply(response, 429), 'rate-limited'],
    ['a 401 without a challenge', (_, response) => reply(response, 401), 'registry-unreachable'],
    [
      'a challenge that nobody knows',
      (_, response) => reply(response, 401, { 'www-authenticate': 'Negotiate' }),
      'registry-unreachable',
    ],
    [
      'a token service without a token',
      tokenRegistry({ token: 'line\nbreak', access_token: '' }),
      'registry-unreachable',
    ],
    [
      'an endless answer',
      (_, response) => {
        response.writeHead(200);
        const chunk = 'x'.repeat(65_536);
        const more = (): void => {
          if (!response.destroyed) response.write(chunk, more);
        };
        more();
      },
      'registry-unreachable',
    ],
    ['no answer', () => undefined, 'registry-unreachable'],
    ['a cut answer', (_, response) => void response.destroy(), 'registry-unreachable'],
    [
      'an answer that never ends',
      (_, response) => void response.writeHead(200).write('{'),
      'registry-unreachable',
    ],
  ])('%s', async (_, answering, code) => {
    const { host } = await start(answering);
    expect((await failureOf(check(host, { timeoutMs: 300 }))).code).toBe(code);
  });

  it('a port where nothing listens', async () => {
    const failure = await failureOf(check('127.0.0.1:9'));
    expect(failure).toMatchObject({ code: 'registry-unreachable', title: '127.0.0.1:9 can’t be reached' });
  });

  it('a host that does not exist', async () => {
    const failure = await failureOf(checkLogin({ registry: 'nowhere.invalid', credential, timeoutMs: 5000 }));
    expect(failure.code).toBe('registry-unreachable');
    expect(failure.title).toContain('nowhere.invalid');
  });

  it('a server that speaks something else', async () => {
    const server = createSocketServer((socket) => socket.end('220 mail ready\r\n'));
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    servers.push(server);
    const failure = await failureOf(check(`127.0.0.1:${(server.address() as AddressInfo).port}`));
    expect(failure.code).toBe('registry-unreachable');
  });
});

it('plain http is tried on this computer when there is no https', async () => {
  const { host } = await start(basicRegistry);
  expect(await checkLogin({ registry: host, credential })).toEqual({ isOpen: false });
});

describe('an identity token', () => {
  const identity = { username: IDENTITY_TOKEN, secret: new Secret(password) };
  const exchanging =
    (good: string): Answering =>
    (request, response, own) => {
      if (request.headers.authorization === 'Bearer good') return reply(response, 200, {}, '{}');
      if (request.url !== '/token')
        return reply(response, 401, { 'www-authenticate': `Bearer realm="${own}/token",service="own"` });
      void text(request).then((body) => {
        const isGood = new URLSearchParams(body).get('refresh_token') === good;
        reply(response, isGood ? 200 : 401, {}, isGood ? '{"access_token":"good"}' : '{}');
      });
    };

  it('is exchanged by the token service, and sent to it alone', async () => {
    const registry = await start(exchanging(password));
    expect(await check(registry.host, { credential: identity })).toEqual({ isOpen: false });
    expect(registry.asked.map(({ authorization }) => authorization)).toEqual([
      undefined,
      undefined,
      'Bearer good',
    ]);
  });

  it('that was taken back is refused in words', async () => {
    const registry = await start(exchanging('another'));
    expect(await failureOf(check(registry.host, { credential: identity }))).toMatchObject({
      code: 'auth-rejected',
      detail: 'It exchanges this identity token for nothing.',
    });
  });

  it('is not sent where nothing exchanges it', async () => {
    const registry = await start(basicRegistry);
    expect(await failureOf(check(registry.host, { credential: identity }))).toMatchObject({
      code: 'auth-rejected',
      title: `${registry.host} doesn’t take identity tokens`,
    });
    expect(registry.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
  });
});
