import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.js';
import { resolveEndpoint } from './endpoint.js';
import type { Files } from './files.js';

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');

function resolve(environment: NodeJS.ProcessEnv, files: Record<string, string> = {}, more = {}) {
  const given: Files = {
    read: (file) => files[file.replaceAll('\\', '/')] ?? null,
    list: () => [],
    real: (path) => path,
  };
  return resolveEndpoint({
    environment: { DOCKER_CONFIG: '/c', ...environment },
    files: given,
    platform: 'linux',
    ...more,
  });
}

function context(name: string, host: string, more = {}): Record<string, string> {
  return {
    [`/c/contexts/meta/${idOf(name)}/meta.json`]: JSON.stringify({
      Name: name,
      Metadata: {},
      Endpoints: { docker: { Host: host, SkipTLSVerify: false, ...more } },
    }),
  };
}

const current = (name: string) => ({ '/c/config.json': JSON.stringify({ currentContext: name }) });

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
  }
  throw new Error('it was not refused');
}

describe('which engine counts', () => {
  const files = { ...context('a', 'tcp://a:1'), ...context('b', 'tcp://b:1'), ...current('a') };

  it('is DOCKER_HOST’s before DOCKER_CONTEXT’s before the current context’s before the default', () => {
    expect(resolve({ DOCKER_HOST: 'unix:///x', DOCKER_CONTEXT: 'b' }, files)).toMatchObject({
      address: 'unix:///x',
      origin: 'DOCKER_HOST',
      connection: { kind: 'socket', path: '/x' },
    });
    expect(resolve({ DOCKER_CONTEXT: 'b' }, files)).toMatchObject({ origin: 'context', context: 'b' });
    expect(resolve({}, files)).toMatchObject({ address: 'tcp://a:1', origin: 'context', context: 'a' });
    expect(resolve({})).toMatchObject({ address: 'unix:///var/run/docker.sock', origin: 'default' });
  });

  it('takes an empty variable for one that isn’t set', () => {
    expect(resolve({ DOCKER_HOST: '', DOCKER_CONTEXT: '' }, files)).toMatchObject({ context: 'a' });
  });

  it('is the default when the context is named default, or the config can’t be read', () => {
    expect(resolve({ DOCKER_CONTEXT: 'default' }, files)).toMatchObject({ origin: 'default' });
    expect(resolve({}, { '/c/config.json': '{' })).toMatchObject({ origin: 'default' });
    expect(resolve({}, { '/c/config.json': '{"currentContext":7}' })).toMatchObject({ origin: 'default' });
  });

  it('is a named pipe on Windows', () => {
    expect(resolve({}, {}, { platform: 'win32' }).connection).toEqual({
      kind: 'socket',
      path: '\\\\.\\pipe\\docker_engine',
    });
  });
});

describe('an address', () => {
  it.each([
    ['tcp://host:1234', { kind: 'tcp', host: 'host', port: 1234, tls: null }],
    ['tcp://host', { kind: 'tcp', host: 'host', port: 2375, tls: null }],
    ['tcp://host:80/', { kind: 'tcp', host: 'host', port: 80, tls: null }],
    ['host:1234', { kind: 'tcp', host: 'host', port: 1234, tls: null }],
    ['http://[::1]:1', { kind: 'tcp', host: '::1', port: 1, tls: null }],
    ['https://host', { kind: 'tcp', host: 'host', port: 2376, tls: { verify: true } }],
    ['unix://', { kind: 'socket', path: '/var/run/docker.sock' }],
  ])('%s is understood', (address, connection) => {
    expect(resolve({ DOCKER_HOST: address }).connection).toEqual(connection);
  });

  it.each([
    'unix://relative.sock',
    'tcp://',
    'tcp://user:pw@host:1',
    'tcp://host:1/prefix',
    'tcp://host:99999',
    'fd://3',
    '://',
    'npipe://',
    'a b',
    '<img src=x>',
  ])('%s is refused, with where it came from', (address) => {
    const failure = refusal(() => resolve({ DOCKER_HOST: address }));
    expect(failure.code).toBe('invalid-input');
    expect(failure.detail).toContain('DOCKER_HOST');
    expect(failure.remedy).toContain('unix://');
  });

  it('over ssh is read as the docker CLI reads it', () => {
    const files = { ...context('far', 'ssh://me@far:2222/run/user/1000/docker.sock'), ...current('far') };
    expect(resolve({}, files).connection).toEqual({
      kind: 'ssh',
      user: 'me',
      host: 'far',
      port: 2222,
      path: '/run/user/1000/docker.sock',
    });
  });
});

describe('a context that can’t be used', () => {
  it.each([
    ['isn’t there', {}, 'no such context'],
    ['isn’t JSON', { [`/c/contexts/meta/${idOf('x')}/meta.json`]: '{' }, 'no docker endpoint'],
    [
      'has no host',
      { [`/c/contexts/meta/${idOf('x')}/meta.json`]: '{"Endpoints":{}}' },
      'no docker endpoint',
    ],
  ])('is refused by name when it %s', (_, files, detail) => {
    const failure = refusal(() => resolve({ DOCKER_CONTEXT: 'x' }, files));
    expect(failure).toMatchObject({ code: 'invalid-input', title: expect.stringContaining('“x”') });
    expect(failure.detail).toContain(detail);
  });
});

describe('TLS', () => {
  const pem = { '/t/ca.pem': 'CA', '/t/cert.pem': 'CERT', '/t/key.pem': 'KEY' };
  const tlsOf = (environment: NodeJS.ProcessEnv, files = {}) => {
    const { connection } = resolve({ DOCKER_HOST: 'tcp://h', ...environment }, files);
    return connection.kind === 'tcp' ? { ...connection.tls, port: connection.port } : null;
  };

  it('is asked for and checked with DOCKER_TLS_VERIFY, whatever it says', () => {
    expect(tlsOf({ DOCKER_TLS_VERIFY: '0', DOCKER_CERT_PATH: '/t' }, pem)).toEqual({
      verify: true,
      ca: 'CA',
      cert: 'CERT',
      key: 'KEY',
      port: 2376,
    });
  });

  it('is unchecked with DOCKER_TLS alone, from the config folder', () => {
    expect(tlsOf({ DOCKER_TLS: '1' }, { '/c/ca.pem': 'CA' })).toEqual({
      verify: false,
      ca: 'CA',
      port: 2376,
    });
  });

  it('without anything to check by is refused, as the docker CLI does', () => {
    const failure = refusal(() => tlsOf({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/none' }));
    expect(failure).toMatchObject({ code: 'invalid-input', detail: expect.stringContaining('/none') });
  });

  it('comes with a context', () => {
    const folder = `/c/contexts/tls/${idOf('s')}/docker`;
    const files = { ...context('s', 'tcp://h:9', { SkipTLSVerify: true }), [`${folder}/ca.pem`]: 'CA' };
    expect(resolve({ DOCKER_CONTEXT: 's' }, files).connection).toMatchObject({
      port: 9,
      tls: { ca: 'CA', verify: false },
    });
  });
});
