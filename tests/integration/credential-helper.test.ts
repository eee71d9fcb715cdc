/** docker-credential-strata under docker's own CLI, on a real registry and a real keyring. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import { findInFiles } from '../support/canary.js';
import { dockerFor, type TestEngine } from '../support/engine.js';
import { startKeyring } from '../support/keyring.js';
import { makeFolder, run } from '../support/processes.js';
import { startRegistry } from '../support/registry.js';
import { openCredentials, processesWith } from './parts.js';
import { importImage } from './sample-image.js';

const guarded = inject('guardedRegistry');
const [[username, password] = ['', '']] = Object.entries(inject('users'));
const source = fileURLToPath(new URL('../support/credential-helper.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

let folder: string;
let env: Record<string, string>;
let credentials: Credentials;
let docker: TestEngine['docker'];

beforeEach(async () => {
  folder = await makeFolder('helper');
  const [bin, config, home] = ['bin', 'docker', 'home'].map((name) => join(folder, name));
  for (const path of [bin, config, home]) await mkdir(path!);
  const program = join(bin!, 'docker-credential-strata');
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${source}" "$@"\n`);
  await chmod(program, 0o755);
  await writeFile(join(config!, 'config.json'), '{"credsStore":"strata"}');
  env = {
    ...inject('keyringEnv'),
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    STRATA_HOME: home!,
    DOCKER_CONFIG: config!,
  };
  credentials = await openCredentials({ env: inject('keyringEnv'), home: home! });
  const cli = await dockerFor(inject('engineHost'));
  docker = (args, options = {}) => cli(args, { ...options, env });
});
afterEach(async () => {
  await credentials.forget();
  credentials.stop();
});

const helper = (action: string, input: string) => run('docker-credential-strata', [action], { env, input });
const store = (server: string, name: string, secret: string) =>
  helper('store', JSON.stringify({ ServerURL: server, Username: name, Secret: secret }));

describe('docker with Strata’s helper', () => {
  it('logs in, pushes, pulls and logs out with an entry that Strata sees, and no file holds the password', async () => {
    const image = `${inject('namePrefix')}helper:1`;
    const remote = `${guarded}/${image}`;
    await importImage(docker, image, [{ name: 'small', content: Buffer.from('x') }]);
    try {
      await docker(['tag', image, remote]);
      await expect(docker(['push', remote])).rejects.toThrow(/no basic auth|unauthorized|denied/);
      await docker(['login', '--username', username, '--password-stdin', guarded], { input: password });
      expect((await credentials.list()).logins).toEqual([{ registry: guarded, username, kept: 'keychain' }]);
      expect((await credentials.ownFor(guarded))?.secret.reveal()).toBe(password);
      await docker(['push', remote]);
      await docker(['rmi', remote]);
      await docker(['pull', remote]);
      expect(await findInFiles(password, folder)).toEqual([]);
      expect(JSON.parse(await readFile(join(env.DOCKER_CONFIG!, 'config.json'), 'utf8'))).toMatchObject({
        auths: { [guarded]: {} },
        credsStore: 'strata',
      });
      await docker(['logout', guarded]);
      expect((await credentials.list()).logins).toEqual([]);
      await expect(docker(['push', remote])).rejects.toThrow(/no basic auth|unauthorized|denied/);
    } finally {
      await docker(['rmi', '--force', image, remote]).catch(() => undefined);
    }
  });

  it('uses a login that was made in Strata', async () => {
    await credentials.keep(guarded, { username, secret: new Secret(password) }, 'keychain');
    const answer = await docker(['login', guarded]);
    expect(answer).toContain('Login Succeeded');
  });

  it.each([
    ['colons and quotes', `a:b::c "quoted" 'and' \\ $HOME`],
    ['other scripts', 'пароль 密码 🙂 é'],
  ])('takes a password with %s', async (_, text) => {
    const own = await startRegistry({ users: { ada: text } });
    try {
      await docker(['login', '--username', 'ada', '--password-stdin', own.host], { input: text });
      expect((await credentials.ownFor(own.host))?.secret.reveal()).toBe(text);
      await docker(['logout', own.host]);
    } finally {
      await own.stop();
    }
  });
});

describe('the helper', () => {
  it.each([
    ['line breaks', 'one\ntwo\r\n\tthree'],
    ['four thousand characters', 'x0Ä~'.repeat(1024)],
    ['an identity token’s form', 'eyJhbGciOi.J9-_=='],
  ])('gives back a secret with %s as it was', async (_, secret) => {
    await store('https://index.docker.io/v1/', 'ada', secret);
    expect(JSON.parse(await helper('get', 'https://index.docker.io/v1/\n'))).toEqual({
      ServerURL: 'https://index.docker.io/v1/',
      Username: 'ada',
      Secret: secret,
    });
    expect((await credentials.ownFor('docker.io'))?.secret.reveal()).toBe(secret);
    expect(JSON.parse(await helper('list', ''))).toEqual({ 'https://index.docker.io/v1/': 'ada' });
    await helper('erase', 'https://index.docker.io/v1/');
    await expect(helper('get', 'https://index.docker.io/v1/')).rejects.toThrow(
      'credentials not found in native keychain',
    );
  });

  it('refuses line breaks and NUL in what stands beside the secret', async () => {
    await expect(store('a.example\nb.example', 'ada', 'x')).rejects.toThrow('control character');
    await expect(store('a.example', 'ada\nSecret=y', 'x')).rejects.toThrow('control character');
    await expect(store('a.example', 'ada\0', 'x')).rejects.toThrow('control character');
    await expect(store('a.example', 'ada', 'x\0y')).rejects.toThrow('NUL');
    await expect(helper('get', 'a.example\0b.example')).rejects.toThrow('control character');
    expect((await credentials.list()).logins).toEqual([]);
  });

  it('ends with words when the keyring hangs', async () => {
    const keyring = await startKeyring();
    const own = { ...env, ...keyring.env };
    const daemons = () => processesWith('gnome-keyring-daemon', keyring.env.DBUS_SESSION_BUS_ADDRESS);
    try {
      await run('docker-credential-strata', ['store'], {
        env: own,
        input: JSON.stringify({ ServerURL: 'a.example', Username: 'ada', Secret: 'x' }),
      });
      for (const pid of await daemons()) process.kill(pid, 'SIGSTOP');
      const asking = run('docker-credential-strata', ['get'], {
        env: { ...own, HELPER_LIMIT_MS: '1000' },
        input: 'a.example',
      });
      await expect(asking).rejects.toThrow('did not answer in time');
    } finally {
      for (const pid of await daemons()) process.kill(pid, 'SIGCONT');
      await keyring.stop();
    }
  });

  it('keeps ten logins that come at once, and those of Strata beside them', async () => {
    const servers = Array.from({ length: 10 }, (_, at) => `r${at}.example`);
    await Promise.all([
      ...servers.slice(0, 5).map((server) => store(server, 'ada', `secret of ${server}`)),
      ...servers
        .slice(5)
        .map((server) =>
          credentials.keep(
            server,
            { username: 'ada', secret: new Secret(`secret of ${server}`) },
            'keychain',
          ),
        ),
    ]);
    for (const server of servers)
      expect((await credentials.ownFor(server))?.secret.reveal()).toBe(`secret of ${server}`);
    expect(Object.keys(JSON.parse(await helper('list', '')) as object).sort()).toEqual(servers);
  });
});
