import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import { checkLogin } from '../../src/main/registry/login-check.js';
import type { Logins } from '../../src/shared/contract/registry.js';
import { findInFiles } from '../support/canary.js';
import { findFreePort, makeFolder, run } from '../support/processes.js';
import { startRegistry } from '../support/registry.js';
import { failureOf, openCredentials, openEngine, openRegistry, type TestRegistry } from './parts.js';

const guarded = inject('guardedRegistry');
const [[username, secret] = ['', '']] = Object.entries(inject('users'));

let credentials: Credentials & { readonly home: string };
let registry: TestRegistry;
let heard: Logins[];
let hear: () => void;
const engine = openEngine(inject('engineHost'));

beforeEach(async () => {
  credentials = await openCredentials({ env: inject('keyringEnv') });
  heard = [];
  hear = () => undefined;
  registry = openRegistry({
    engine,
    credentials,
    onLogins: (logins) => {
      heard.push(logins);
      hear();
    },
  });
});
afterEach(async () => {
  await credentials.forget();
  credentials.stop();
  engine.stop();
});

describe.each(['keychain', 'session'] as const)('a login (%s)', (keep) => {
  it('that the registry accepts is kept, and everybody who listens hears of it', async () => {
    const told = new Promise<void>((resolve) => (hear = resolve));
    expect(await registry.login({ registry: ` HTTP://${guarded}/v2/ `, username, secret, keep })).toEqual({
      registry: guarded,
      username,
      kept: keep,
    });
    await told;
    expect(heard[0]?.logins).toEqual([{ registry: guarded, username, kept: keep }]);
    expect((await credentials.authFor(guarded))?.secret.reveal()).toBe(secret);
    expect(JSON.stringify(heard)).not.toContain(secret);
    expect(await findInFiles(secret, credentials.home)).toEqual([]);
  });

  it('with a wrong password is refused, and nothing is kept', async () => {
    const wrong = 'c4nary-wrong';
    const failure = await failureOf(registry.login({ registry: guarded, username, secret: wrong, keep }));
    expect(failure.code).toBe('auth-rejected');
    expect(failure.title).toContain(guarded);
    expect(failure.detail).toContain(username);
    expect(JSON.stringify(failure)).not.toContain(wrong);
    expect((await registry.logins()).logins).toEqual([]);
    expect(await credentials.authFor(guarded)).toBeNull();
    expect(heard).toEqual([]);
  });

  it('with a wrong password leaves an older login as it was', async () => {
    await registry.login({ registry: guarded, username, secret, keep });
    await failureOf(registry.login({ registry: guarded, username, secret: 'wrong', keep }));
    expect((await credentials.authFor(guarded))?.secret.reveal()).toBe(secret);
  });

  it('is gone after a log-out', async () => {
    await registry.login({ registry: guarded, username, secret, keep });
    expect(await registry.logout({ registry: guarded })).toEqual({ erased: [guarded], left: [] });
    expect(await credentials.authFor(guarded)).toBeNull();
    expect(await registry.logoutEverywhere()).toEqual({ erased: [], left: [] });
  });
});

it.each([
  ['colons', 'a:b::c:'],
  ['quotes and backslashes', String.raw`"'\"\\ $HOME`],
  ['other scripts', 'пароль 密码 🙂 é'],
  ['what base64 writes with + and /', '??>>~~ÿþûïÿ'],
])('a password with %s is accepted by a real registry', async (_, text) => {
  const own = await startRegistry({ users: { 'jürgen@example.com': text } });
  try {
    const login = {
      registry: own.host,
      username: 'jürgen@example.com',
      secret: text,
      keep: 'session',
    } as const;
    expect(await registry.login(login)).toMatchObject({ kept: 'session' });
    expect((await failureOf(registry.login({ ...login, secret: `${text}x` }))).code).toBe('auth-rejected');
  } finally {
    await own.stop();
  }
});

it('a registry that is open to all accepts any login', async () => {
  const host = inject('openRegistry');
  expect(await checkLogin({ registry: host, credential: { username, secret: new Secret('any') } })).toEqual({
    isOpen: true,
  });
});

it('a registry that is down is said to be so, and nothing is kept', async () => {
  const host = `127.0.0.1:${await findFreePort()}`;
  const failure = await failureOf(registry.login({ registry: host, username, secret, keep: 'keychain' }));
  expect(failure.code).toBe('registry-unreachable');
  expect(failure.title).toContain(host);
  expect((await registry.logins()).logins).toEqual([]);
});

it('an address that is none is refused before anything is asked', async () => {
  const failure = await failureOf(
    registry.login({ registry: 'no registry', username, secret, keep: 'session' }),
  );
  expect(failure.code).toBe('invalid-input');
});

it('a certificate that nobody signed is trusted on this computer alone', async () => {
  const folder = await makeFolder('certificate');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', cert, '-days', '1', '-subj', '/CN=registry'],
  ]);
  const server = createHttpsServer(
    { key: await readFile(key), cert: await readFile(cert) },
    (_request, response) => response.end('{}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credential = { username, secret: new Secret(secret) };
  try {
    expect(await checkLogin({ registry: `127.0.0.1:${port}`, credential })).toEqual({ isOpen: true });
    // The same server by a name that is not a loopback address to docker.
    const host = `[::ffff:127.0.0.1]:${port}`;
    const failure = await failureOf(checkLogin({ registry: host, credential, origins: [`https://${host}`] }));
    expect(failure.code).toBe('tls-untrusted');
    expect(failure.detail).toContain('signed by itself');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
