import { describe, expect, it } from 'vitest';
import { answerHelper, type HelperLogin } from './protocol.js';
import { registryOfServer } from './server.js';

function open() {
  const logins = new Map<string, HelperLogin>();
  const store = {
    get: (server: string) => Promise.resolve(logins.get(server) ?? null),
    store: (server: string, login: HelperLogin) => Promise.resolve(void logins.set(server, login)),
    erase: (server: string) => Promise.resolve(void logins.delete(server)),
    list: () =>
      Promise.resolve(Object.fromEntries([...logins].map(([server, { username }]) => [server, username]))),
  };
  const ask = (words: readonly string[], input = '', kept = store) =>
    answerHelper({ words, input: () => Promise.resolve(input), store: kept, version: '1.2.3' });
  return { logins, store, ask };
}

describe('the protocol of a credential helper', () => {
  it('stores, gives, lists and erases', async () => {
    const { ask } = open();
    const login = { ServerURL: 'a.example', Username: 'ada', Secret: 'x"\n' };
    expect(await ask(['store'], JSON.stringify(login))).toEqual({ code: 0, output: '' });
    expect(await ask(['get'], ' a.example \n')).toEqual({ code: 0, output: `${JSON.stringify(login)}\n` });
    expect(await ask(['list'])).toEqual({ code: 0, output: '{"a.example":"ada"}\n' });
    expect(await ask(['erase'], 'a.example')).toEqual({ code: 0, output: '' });
    expect(await ask(['get'], 'a.example')).toEqual({
      code: 1,
      output: 'credentials not found in native keychain\n',
    });
    expect((await ask(['version'])).output).toBe('docker-credential-strata (Strata) v1.2.3\n');
  });

  it.each([
    [['get', 'more'], '', /^Usage: docker-credential-strata <store\|get\|erase\|list\|version>\n$/],
    [['destroy\nall'], '', /^docker-credential-strata: unknown action: destroy all\n$/],
    [['erase'], ' \n ', /^no credentials server URL\n$/],
    [['store'], '{"ServerURL":"a.example","Secret":"x"}', /^no credentials username\n$/],
    [['store'], 'not json c4nary', /^the credentials are not in the form that a helper takes\n$/],
    [['store'], '{"ServerURL":["c4nary"]}', /^the credentials are not in the form that a helper takes\n$/],
  ])('refuses %j with %j', async (words, input, said) => {
    const { code, output } = await open().ask(words, input);
    expect(code).toBe(1);
    expect(output).toMatch(said);
    expect(output).not.toContain('c4nary');
  });

  it('says on one line what a keychain refuses', async () => {
    const { ask, store } = open();
    const locked = { ...store, get: () => Promise.reject(new Error('it is\nlocked')) };
    expect(await ask(['get'], 'a.example', locked)).toEqual({ code: 1, output: 'it is locked\n' });
  });
});

describe('an address', () => {
  it.each([
    ['https://index.docker.io/v1/', 'docker.io'],
    ['ghcr.io', 'ghcr.io'],
    ['https://GHCR.io/v2', 'ghcr.io'],
    ['//ghcr.io:443/', 'ghcr.io:443'],
    ['http://localhost:5000', 'localhost:5000'],
    ['https://[::1]:5000', '[::1]:5000'],
  ])('%s is the registry %s', (server, registry) => {
    expect(registryOfServer(server)).toBe(registry);
  });

  it.each(['http://registry.example.com', 'https://ghcr.io/team/app', 'https://ada:x@ghcr.io'])(
    '%s has no login of Strata’s',
    (server) => {
      expect(registryOfServer(server)).toBeNull();
    },
  );
});
