import { describe, expect, it } from 'vitest';
import { Secret } from '../credentials/index.js';
import { transferFailure, type Transfer } from './transfer-failure.js';

const credential = { username: 'ada', secret: new Secret('c4nary') };
const failureOf = (words: string, more: Partial<Transfer> = {}) =>
  transferFailure(new Error(words), {
    direction: 'push',
    title: 'Pushing ghcr.io/ada/app:1 failed',
    registry: 'ghcr.io',
    credential: null,
    signal: new AbortController().signal,
    ...more,
  }).failure;

describe('what the engine says of a transfer', () => {
  it.each([
    ['unauthorized: authentication required', 'auth-required', 'auth-rejected'],
    ['no basic auth credentials', 'auth-required', 'auth-rejected'],
    ['unauthorized: incorrect username or password', 'auth-required', 'auth-rejected'],
    ['denied: requested access to the resource is denied', 'auth-required', 'denied'],
    ['dial tcp 127.0.0.1:9: connect: connection refused', 'registry-unreachable', 'registry-unreachable'],
    ['toomanyrequests: slow down', 'rate-limited', 'rate-limited'],
    ['x509: certificate signed by unknown authority', 'tls-untrusted', 'tls-untrusted'],
    ['no space left on device', 'disk-full', 'disk-full'],
    ['something new', 'engine-refused', 'engine-refused'],
  ])('“%s” is %s without a login, and %s with one', (words, without, withOne) => {
    expect(failureOf(words)).toMatchObject({ code: without, cause: words });
    expect(failureOf(words, { credential })).toMatchObject({ code: withOne, cause: words });
  });

  it('names the registry to log in to, or the user who may not', () => {
    expect(failureOf('authentication required').title).toBe('Log in to ghcr.io');
    expect(failureOf('denied: no', { credential }).detail).toContain('“ada”');
  });

  it('of a pull that is denied to nobody says that the name may be wrong', () => {
    const words = 'pull access denied for nginxx, repository does not exist or may require docker login';
    expect(failureOf(words, { direction: 'pull' })).toMatchObject({
      code: 'denied',
      detail: expect.stringContaining('no such repository') as string,
    });
  });

  it('never repeats the password, wherever a registry puts it', () => {
    for (const words of ['something with c4nary', 'denied: c4nary', `odd ${btoa('c4nary')}`])
      expect(JSON.stringify(failureOf(words, { credential }))).not.toMatch(/c4nary|YzRuYXJ5/);
  });

  it('counts for nothing when the user has cancelled', () => {
    expect(failureOf('anything', { signal: AbortSignal.abort() })).toMatchObject({ code: 'cancelled' });
  });
});
