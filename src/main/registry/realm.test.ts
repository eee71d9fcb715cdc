import { describe, expect, it } from 'vitest';
import { apiOrigins, isLoopback, serverAddress } from './address.js';
import { objectionToRealm } from './realm.js';

describe('a registry may have the password sent to', () => {
  it.each([
    ['https://ghcr.io', 'https://ghcr.io/token'],
    ['https://GHCR.io', 'https://ghcr.IO/token'],
    ['https://registry-1.docker.io', 'https://auth.docker.io/token'],
    ['https://registry.gitlab.com', 'https://gitlab.com/jwt/auth'],
    ['https://registry.example.co.uk', 'https://auth.example.co.uk/'],
    ['https://registry.example.com:5000', 'https://registry.example.com:5001/auth'],
    ['http://127.0.0.1:5000', 'http://127.0.0.1:5000/auth'],
    ['http://localhost:5000', 'http://localhost:5000/auth'],
  ])('%s: %s', async (origin, realm) => expect(await objectionToRealm(origin, realm)).toBeNull());
});

describe('a registry may not have the password sent to', () => {
  it.each([
    ['a stranger', 'https://registry.example.com', 'https://evil.example.net/token'],
    ['a name that only looks alike', 'https://example.com', 'https://example.com.evil.net/token'],
    ['another site under a public suffix', 'https://one.co.uk', 'https://two.co.uk/token'],
    ['another customer of a host', 'https://me.github.io', 'https://you.github.io/token'],
    ['an address of a cloud’s own', 'https://registry.example.com', 'https://169.254.169.254/token'],
    ['this computer', 'https://registry.example.com', 'http://127.0.0.1:8080/token'],
    ['another port of this computer', 'http://127.0.0.1:5000', 'http://127.0.0.1:5001/token'],
    ['another port of localhost', 'http://localhost:5000', 'https://localhost:5001/token'],
    ['plain http', 'https://registry.example.com', 'http://registry.example.com/token'],
    ['plain http on a loopback host that has https', 'https://127.0.0.1:5000', 'http://127.0.0.1:5000/t'],
    ['plain http elsewhere', 'http://127.0.0.1:5000', 'http://auth.example.com/token'],
    ['something that is no address', 'https://ghcr.io', 'token'],
    ['a file', 'https://ghcr.io', 'file:///etc/passwd'],
    ['nowhere', 'https://ghcr.io', ''],
    ['an address with a user', 'https://ghcr.io', 'https://ghcr.io@evil.net/token'],
    ['a user at itself', 'https://ghcr.io', 'https://user:pw@ghcr.io/token'],
  ])('%s', async (_, origin, realm) => expect(await objectionToRealm(origin, realm)).not.toBeNull());
});

describe('a registry’s address', () => {
  it('is https, and http only on this computer', () => {
    expect(apiOrigins('ghcr.io')).toEqual(['https://ghcr.io']);
    expect(apiOrigins('localhost:5000')).toEqual(['https://localhost:5000', 'http://localhost:5000']);
    expect(apiOrigins('10.0.0.1:5000')).toEqual(['https://10.0.0.1:5000']);
  });

  it('of Docker Hub is its API’s, and to the engine that of its first', () => {
    expect(apiOrigins('docker.io')).toEqual(['https://registry-1.docker.io']);
    expect(serverAddress('docker.io')).toBe('https://index.docker.io/v1/');
    expect(serverAddress('ghcr.io')).toBe('ghcr.io');
  });

  it('is a loopback one only when it can be nothing else', () => {
    for (const host of ['localhost', 'localhost:1', '127.0.0.1', '127.8.8.8:5000', '[::1]:5000'])
      expect(isLoopback(host), host).toBe(true);
    for (const host of ['localhost.evil.net', '127.0.0.1.evil.net', '128.0.0.1', 'xlocalhost', '[::2]'])
      expect(isLoopback(host), host).toBe(false);
  });
});
