import { describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import { registryName, registryOfKey } from './registry-name.js';

describe('a registry has one name', () => {
  it.each([
    ['docker.io', 'docker.io'],
    ['index.docker.io', 'docker.io'],
    ['https://index.docker.io/v1/', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    [' GHCR.io ', 'ghcr.io'],
    ['HTTPS://ghcr.io/v2/', 'ghcr.io'],
    ['ghcr.io/me/app', 'ghcr.io'],
    ['localhost', 'localhost'],
    ['localhost:5000', 'localhost:5000'],
    ['http://127.0.0.1:5000/', '127.0.0.1:5000'],
    ['[::1]:5000', '[::1]:5000'],
    ['registry.example.com:443', 'registry.example.com:443'],
  ])('%s is %s', (written, name) => expect(registryName(written)).toBe(name));

  it.each(['', 'two words.com', 'foo', '-a.com', 'a..com', 'https://', 'x.com:port', 'ftp//x', 'é.com'])(
    '“%s” is refused, saying what an address looks like',
    (text) => {
      expect(() => registryName(text)).toThrow(FailureError);
    },
  );

  it('does not repeat a password that stands in an address', () => {
    const refused = (): string => {
      try {
        return registryName('https://ada:hunter2@ghcr.io');
      } catch (error) {
        return JSON.stringify((error as FailureError).failure);
      }
    };
    expect(refused()).toContain('invalid-input');
    expect(refused()).not.toContain('hunter2');
  });
});

it('keys of docker’s config keep what docker keeps apart', () => {
  expect(registryOfKey('https://index.docker.io/v1/')).toBe('docker.io');
  expect(registryOfKey('registry-1.docker.io')).toBe('registry-1.docker.io');
  expect(registryOfKey('https://[::1]:6555/v2/')).toBe('[::1]:6555');
});
