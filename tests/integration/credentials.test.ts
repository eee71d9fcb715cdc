import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import { findInFiles, findInProcesses } from '../support/canary.js';
import { startKeyring, type TestKeyring } from '../support/keyring.js';
import { run } from '../support/processes.js';
import { failureOf, openCredentials, processesWith, type CredentialsParts } from './parts.js';

const registry = 'registry.example.com';
const canary = 'Canary-41c9 "q":ü';
const ada = { username: 'ada', secret: new Secret(canary) };

// Other systems' keychains can't be made for a test; there the app's own end-to-end tests run on the user's.
describe.runIf(process.platform === 'linux')('logins on a real keyring', () => {
  let keyring: TestKeyring;
  const opened: Credentials[] = [];
  const open = async (parts: Partial<CredentialsParts> = {}) => {
    const credentials = await openCredentials({ env: keyring.env, ...parts });
    opened.push(credentials);
    return credentials;
  };
  const stored = (username = 'ada', at = registry) =>
    keyring.search({ service: `strata:${at}`, account: username });
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    for (const pid of await processesWith('gnome-keyring-daemon', keyring.env.DBUS_SESSION_BUS_ADDRESS))
      process.kill(pid, name);
  };

  beforeEach(async () => {
    keyring = await startKeyring();
  });
  afterEach(async () => {
    for (const credentials of opened.splice(0)) credentials.stop();
    await signal('SIGCONT');
    await keyring.stop();
  });

  it('are kept in the keyring, found again after a restart, and erased by a log-out', async () => {
    const first = await open();
    expect(await first.keep(registry, ada, 'keychain')).toEqual({
      registry,
      username: 'ada',
      kept: 'keychain',
    });
    expect(await stored()).toBe(canary);
    first.stop();

    const second = await open({ home: first.home });
    expect(await second.list()).toEqual({
      logins: [{ registry, username: 'ada', kept: 'keychain' }],
      keychain: { available: true },
    });
    const auth = await second.authFor(registry);
    expect([auth?.username, auth?.secret.reveal()]).toEqual(['ada', canary]);

    expect(await second.forget(registry)).toEqual({ erased: [registry], left: [] });
    expect(await stored()).toBeUndefined();
    expect((await second.list()).logins).toEqual([]);
    expect(await second.authFor(registry)).toBeNull();
  });

  it.each([
    ['colons', 'a:b::c'],
    ['quotes and backslashes', String.raw`"'\"\\`],
    ['other scripts', 'пароль 密码 🙂 é'],
    ['a line break', 'one\ntwo'],
    ['four thousand characters', 'x0Ä~'.repeat(1024)],
    ['spaces around it', '  spaced  '],
  ])('give back a password with %s as it was', async (_, text) => {
    const credentials = await open();
    await credentials.keep(registry, { username: 'a b@c:ü', secret: new Secret(text) }, 'keychain');
    expect((await credentials.authFor(registry))?.secret.reveal()).toBe(text);
    await credentials.forget();
    expect(await stored('a b@c:ü')).toBeUndefined();
  });

  it('are refused with a NUL, which a keyring would cut them at', async () => {
    const credentials = await open();
    const cut = { username: 'ada', secret: new Secret('ab\0cd') };
    expect((await failureOf(credentials.keep(registry, cut, 'keychain'))).code).toBe('invalid-input');
    expect(await stored()).toBeUndefined();
  });

  it('until Strata quits touch neither keyring nor disk', async () => {
    const credentials = await open();
    await credentials.keep(registry, ada, 'session');
    expect((await credentials.authFor(registry))?.secret.reveal()).toBe(canary);
    expect((await credentials.list()).logins).toEqual([{ registry, username: 'ada', kept: 'session' }]);
    expect(await stored()).toBeUndefined();
    expect(await findInFiles(canary, credentials.home)).toEqual([]);
    expect((await (await open({ home: credentials.home })).list()).logins).toEqual([]);
    expect(await credentials.forget(registry)).toEqual({ erased: [registry], left: [] });
    expect(await credentials.authFor(registry)).toBeNull();
  });

  it('are one a registry, whatever the registry is called: a new one takes the place of the old', async () => {
    const credentials = await open();
    await credentials.keep('docker.io', ada, 'keychain');
    await credentials.keep('https://index.docker.io/v1/', { ...ada, username: 'bob' }, 'keychain');
    expect((await credentials.list()).logins).toEqual([
      { registry: 'docker.io', username: 'bob', kept: 'keychain' },
    ]);
    expect(await stored('ada', 'docker.io')).toBeUndefined();
    expect((await credentials.authFor('registry-1.docker.io'))?.username).toBe('bob');
    await credentials.keep('docker.io', ada, 'session');
    expect(await stored('bob', 'docker.io')).toBeUndefined();
    expect((await credentials.list()).logins).toEqual([
      { registry: 'docker.io', username: 'ada', kept: 'session' },
    ]);
  });

  it('are all erased by logging out everywhere', async () => {
    const credentials = await open();
    await credentials.keep('one.example', ada, 'keychain');
    await credentials.keep('two.example', ada, 'keychain');
    await credentials.keep('three.example', ada, 'session');
    expect(await credentials.forget()).toEqual({
      erased: ['one.example', 'three.example', 'two.example'],
      left: [],
    });
    for (const at of ['one.example', 'two.example']) expect(await stored('ada', at)).toBeUndefined();
  });

  it('of a registry may be several, told apart by the beginning of a repository’s name', async () => {
    const credentials = await open();
    const as = (username: string) => ({ ...ada, username });
    await credentials.keep('ghcr.io', as('everybody'), 'keychain');
    await credentials.keep('ghcr.io/team', as('team'), 'keychain');
    await credentials.keep('ghcr.io/team/secret', as('few'), 'session');
    const whoFor = async (repository?: string) =>
      (await credentials.authFor('ghcr.io', repository))?.username;
    expect(await whoFor('team/app')).toBe('team');
    expect(await whoFor('team/secret/app')).toBe('few');
    expect(await whoFor('teams/app')).toBe('everybody');
    expect(await whoFor()).toBe('everybody');
    expect(await stored('team', 'ghcr.io/team')).toBe(canary);
    expect((await credentials.list()).logins).toMatchObject([
      { registry: 'ghcr.io', username: 'everybody' },
      { registry: 'ghcr.io', prefix: 'team', username: 'team' },
      { registry: 'ghcr.io', prefix: 'team/secret', username: 'few', kept: 'session' },
    ]);
    expect(await credentials.forget('ghcr.io')).toEqual({ erased: ['ghcr.io'], left: [] });
    expect(await whoFor('team/app')).toBe('team');
    expect(await whoFor('teams/app')).toBeUndefined();
    expect((await credentials.forget()).erased).toEqual(['ghcr.io/team', 'ghcr.io/team/secret']);
    expect(await stored('team', 'ghcr.io/team')).toBeUndefined();
  });

  describe('that end by themselves', () => {
    const dates = () => vi.useFakeTimers({ toFake: ['Date'] });
    afterEach(() => void vi.useRealTimers());

    it('after an hour are used no more, and erased, also by a later start', async () => {
      const first = await open();
      await first.keep(registry, ada, 'keychain', 'hour');
      await first.keep('other.example', ada, 'session', 'hour');
      expect((await first.list()).logins[0]?.expires).toBeGreaterThan(Date.now() + 3_500_000);
      expect(await first.end('time')).toEqual([]);
      const second = await open({ home: first.home });
      dates().setSystemTime(Date.now() + 3_600_001);
      expect(await first.authFor(registry)).toBeNull();
      expect(await first.authFor('other.example')).toBeNull();
      expect(await second.end('start')).toEqual([{ registry, prefix: '' }]);
      expect(await stored()).toBeUndefined();
      expect(await first.end('time')).toEqual([{ registry: 'other.example', prefix: '' }]);
      expect((await first.list()).logins).toEqual([]);
    });

    it('in a keyring that is locked are used no more, and erased once it can be', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain', 'hour');
      await keyring.lock();
      dates().setSystemTime(Date.now() + 3_600_001);
      expect(await credentials.end('time')).toEqual([]);
      expect(await credentials.authFor(registry)).toBeNull();
      expect((await credentials.list()).logins).toHaveLength(1);
    });

    it('with the screen are used no more, though the screen has locked the keyring, too', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain', 'lock');
      await keyring.lock();
      expect(await credentials.end('lock')).toEqual([]);
      const later = await open({ home: credentials.home });
      await keyring.killService();
      await keyring.restartService();
      // Unlocked again, it still holds the password; nobody gets it.
      expect(await stored()).toBe(canary);
      expect(await credentials.authFor(registry)).toBeNull();
      expect(await later.authFor(registry)).toBeNull();
      expect(await credentials.end('time')).toEqual([{ registry, prefix: '' }]);
      expect(await stored()).toBeUndefined();
    });

    it('with the screen or with Strata, the others stay', async () => {
      const credentials = await open();
      await credentials.keep('one.example', ada, 'keychain', 'lock');
      await credentials.keep('two.example', ada, 'keychain', 'quit');
      await credentials.keep('three.example', ada, 'keychain');
      expect(await credentials.end('lock')).toEqual([{ registry: 'one.example', prefix: '' }]);
      expect(await credentials.end('quit')).toEqual([{ registry: 'two.example', prefix: '' }]);
      expect((await credentials.list()).logins).toMatchObject([{ registry: 'three.example' }]);
      for (const at of ['one.example', 'two.example']) expect(await stored('ada', at)).toBeUndefined();
    });

    it('leave a login alone that was made in their place', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain', 'quit');
      await credentials.keep(registry, ada, 'keychain');
      expect(await credentials.end('quit')).toEqual([]);
      expect((await credentials.authFor(registry))?.secret.reveal()).toBe(canary);
    });
  });

  it('are neither lost nor crossed by 200 that come and go at once while 50 are read', async () => {
    const credentials = await open({ limitMs: 120_000 });
    const places = Array.from({ length: 40 }, (_, n) => `r${n % 20}.example${n < 20 ? '' : '/team'}`);
    const secretOf = (place: string, round: number) => `${place}#${round}`;
    const wrong: string[] = [];
    const read = async (n: number): Promise<void> => {
      const place = places[n % places.length]!;
      const [host = '', prefix] = place.split('/');
      const found = await credentials.authFor(host, prefix);
      const text = found?.secret.reveal() ?? '';
      // That of the place itself, or of the whole registry while the place has none.
      if (text !== '' && !text.startsWith(`${place}#`) && !text.startsWith(`${host}#`)) wrong.push(text);
    };
    await Promise.all([
      ...Array.from({ length: 200 }, async (_, n) => {
        const place = places[n % places.length]!;
        const secret = new Secret(secretOf(place, Math.floor(n / places.length)));
        await credentials.keep(place, { username: `user${n}`, secret }, n % 2 === 0 ? 'keychain' : 'session');
        if (n % 3 === 0) await credentials.forget(place);
      }),
      ...Array.from({ length: 50 }, (_, n) => read(n)),
    ]);
    expect(wrong).toEqual([]);
    await Promise.all(
      places.map((place, n) =>
        credentials.keep(place, { username: `last${n}`, secret: new Secret(secretOf(place, 9)) }, 'keychain'),
      ),
    );
    for (const [n, place] of places.entries())
      expect(await stored(`last${n}`, place)).toBe(secretOf(place, 9));
    expect((await credentials.list()).logins).toHaveLength(places.length);
    expect((await credentials.forget()).left).toEqual([]);
    expect((await credentials.list()).logins).toEqual([]);
  });

  it('that another program erased are no logins any more', async () => {
    const credentials = await open();
    await credentials.keep(registry, ada, 'keychain');
    await run('secret-tool', ['clear', 'service', `strata:${registry}`, 'account', 'ada'], {
      env: { ...process.env, ...keyring.env },
    });
    expect(await credentials.authFor(registry)).toBeNull();
    expect((await credentials.list()).logins).toEqual([]);
  });

  it('lie in no file, argument or environment, and the keychain process inherits only what it needs', async () => {
    process.env.STRATA_TEST_MARK = 'mark-8f1d';
    const credentials = await open();
    try {
      await credentials.keep(registry, ada, 'keychain');
      await credentials.authFor(registry);
      expect(await findInProcesses(canary, process.pid)).toEqual([]);
      const children = await processesWith('node', keyring.env.DBUS_SESSION_BUS_ADDRESS);
      expect(children).toHaveLength(1);
      expect(await readFile(`/proc/${children[0]}/environ`, 'utf8')).not.toContain('mark-8f1d');
      expect(await findInFiles(canary, credentials.home)).toEqual([]);
      expect(await readFile(`${credentials.home}/logins.json`, 'utf8')).toContain('ada');
    } finally {
      delete process.env.STRATA_TEST_MARK;
    }
  });

  describe('when the keyring is locked', () => {
    it('are refused in words, and an older one stays listed until it can be erased', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain');
      await keyring.lock();

      const { keychain, logins } = await credentials.list();
      expect(keychain).toMatchObject({ available: false, failure: { code: 'keychain-unavailable' } });
      expect(logins).toHaveLength(1);
      expect((await failureOf(credentials.authFor(registry))).detail).toBe('It is locked.');
      const kept = await failureOf(credentials.keep('other.example', ada, 'keychain'));
      expect(kept).toMatchObject({ code: 'keychain-unavailable', detail: 'It is locked.' });
      expect(kept.remedy).toContain('Only until Strata quits');

      const report = await credentials.forget();
      expect(report.erased).toEqual([]);
      expect(report.left).toMatchObject([{ registry, failure: { code: 'keychain-unavailable' } }]);
      expect((await credentials.list()).logins).toEqual([{ registry, username: 'ada', kept: 'keychain' }]);
    });

    it('work again, without a restart of Strata, once the keyring has come back unlocked', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain');
      await keyring.lock();
      expect((await failureOf(credentials.authFor(registry))).code).toBe('keychain-unavailable');
      await keyring.killService();
      await keyring.restartService();
      expect((await credentials.list()).keychain).toEqual({ available: true });
      expect((await credentials.authFor(registry))?.secret.reveal()).toBe(canary);
      await credentials.keep('other.example', ada, 'keychain');
      expect(await stored('ada', 'other.example')).toBe(canary);
    });

    it('can be kept until Strata quits all the same', async () => {
      const credentials = await open();
      await credentials.keep(registry, ada, 'keychain');
      await keyring.lock();
      await credentials.keep(registry, { ...ada, username: 'bob' }, 'session');
      expect((await credentials.authFor(registry))?.username).toBe('bob');
      const { left } = await credentials.forget(registry);
      expect(left).toHaveLength(1);
      expect((await credentials.list()).logins).toEqual([{ registry, username: 'ada', kept: 'keychain' }]);
    });
  });

  it('without a keyring are refused in words that name what is missing', async () => {
    const credentials = await open();
    await keyring.stopService();
    const { keychain } = await credentials.list();
    expect(keychain).toMatchObject({ available: false });
    expect(await failureOf(credentials.keep(registry, ada, 'keychain'))).toMatchObject({
      code: 'keychain-unavailable',
      detail: expect.stringContaining('No keyring is running'),
    });
    expect((await credentials.list()).logins).toEqual([]);
  });

  it.each([
    ['nothing there', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }],
    ['an address that is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense:' }],
    ['no address', {}],
  ])('without D-Bus (%s) are refused in words that say so', async (_, env) => {
    const credentials = await open({ env: env });
    const failure = await failureOf(credentials.keep(registry, ada, 'keychain'));
    expect(failure.code).toBe('keychain-unavailable');
    expect(failure.detail).toContain('no D-Bus session');
    expect(JSON.stringify(failure)).not.toContain('Canary');
  });

  it('on a keyring that hangs are refused at the limit, all at once, and work again when it does', async () => {
    const credentials = await open({ limitMs: 3_000 });
    await credentials.keep(registry, ada, 'keychain');
    await signal('SIGSTOP');
    const begun = performance.now();
    const failures = await Promise.all([
      failureOf(credentials.authFor(registry)),
      failureOf(credentials.keep('other.example', ada, 'keychain')),
      failureOf(credentials.keep('third.example', ada, 'keychain')),
      credentials.list().then(({ keychain }) => (keychain.available ? null : keychain.failure)),
    ]);
    expect(performance.now() - begun).toBeLessThan(4_500);
    for (const failure of failures)
      expect(failure).toMatchObject({
        code: 'keychain-unavailable',
        detail: expect.stringContaining('did not answer in time'),
      });
    expect(await processesWith('node', keyring.env.DBUS_SESSION_BUS_ADDRESS)).toEqual([]);

    await signal('SIGCONT');
    expect((await credentials.authFor(registry))?.secret.reveal()).toBe(canary);
  });

  it('on a keyring that dies during a call are refused at once', async () => {
    const credentials = await open();
    await credentials.keep(registry, ada, 'keychain');
    await signal('SIGSTOP');
    const failing = failureOf(credentials.keep('other.example', ada, 'keychain'));
    await signal('SIGKILL');
    const failure = await failing;
    expect(failure.code).toBe('keychain-unavailable');
    expect(failure.detail).not.toContain('in time');
    expect((await credentials.list()).logins).toHaveLength(1);
  });
});
