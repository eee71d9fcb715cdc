import { describe, expect, it } from 'vitest';
import { parseSshAddress, sshArguments } from './address.js';

describe('an address over ssh', () => {
  it.each([
    ['far', { host: 'far' }],
    ['me@far', { user: 'me', host: 'far' }],
    ['me@far.example.com:2222', { user: 'me', host: 'far.example.com', port: 2222 }],
    ['far/', { host: 'far' }],
    ['far/run/podman/podman.sock', { host: 'far', path: '/run/podman/podman.sock' }],
    ['[::1]:22', { host: '::1', port: 22 }],
  ])('%s', (text, address) => {
    expect(parseSshAddress(text)).toEqual(address);
  });

  it.each([
    ['a password', 'me:word@far'],
    ['a query', 'far?x=1'],
    ['a fragment', 'far#x'],
    ['no host', 'me@'],
    ['an option in place of a host', '-oProxyCommand=touch%20x'],
    ['an option in place of a user', '-oProxyCommand=x@far'],
    ['a shell’s words in the path', 'far/run/$(touch x).sock'],
    ['a shell’s words in the path, encoded', 'far/run/%24%28touch%20x%29'],
    ['a quote in the user', "a'b@far"],
    ['half an escape', 'far/%zz'],
  ])('is refused with %s', (_, text) => {
    expect(parseSshAddress(text)).toBeNull();
  });

  it('becomes words of which ssh takes none for an option', () => {
    expect(sshArguments({ user: 'me', host: 'far', port: 2222, path: '/run/d.sock' }).slice(-10)).toEqual([
      ...['-l', 'me', '-p', '2222', '--', 'far'],
      ...['docker', '--host=unix:///run/d.sock', 'system', 'dial-stdio'],
    ]);
  });
});
