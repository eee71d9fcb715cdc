import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import { engineFailure, engineWords, refuse } from './engine-failure.js';

const words = { title: 'It failed' };
const http = (statusCode: number, message: string): Error =>
  Object.assign(new Error(`(HTTP code ${statusCode}) whatever - ${message} `), {
    statusCode,
    json: { message },
  });

describe('what an engine’s text means', () => {
  // As Docker Engine 20.10 and registries say it.
  it.each([
    ['disk-full', 'write /var/lib/docker/tmp/x: no space left on device'],
    ['rate-limited', 'toomanyrequests: You have reached your pull rate limit.'],
    ['tls-untrusted', 'Get "https://r/v2/": x509: certificate signed by unknown authority'],
    ['tls-untrusted', 'Get "https://r/v2/": http: server gave HTTP response to HTTPS client'],
    ['registry-unreachable', 'Get "http://r/v2/": dial tcp 127.0.0.1:1: connect: connection refused'],
    ['registry-unreachable', 'Get "https://r/v2/": dial tcp: lookup r on 1.1.1.1:53: no such host'],
    ['registry-unreachable', 'dial tcp: lookup r: Temporary failure in name resolution'],
    ['registry-unreachable', 'Get "https://r/v2/": dial tcp 10.0.0.1:443: i/o timeout'],
    ['registry-unreachable', 'net/http: request canceled (Client.Timeout exceeded while awaiting headers)'],
    ['registry-unreachable', 'received unexpected HTTP status: 503 Service Unavailable'],
    ['registry-unreachable', 'Get "https://r/v2/": EOF'],
    ['auth-required', 'unauthorized: authentication required'],
    ['auth-required', 'Head "http://r/v2/a": no basic auth credentials'],
    ['auth-required', 'unauthorized: access to the requested resource is not authorized'],
    ['auth-rejected', 'unauthorized: incorrect username or password'],
    ['denied', 'denied: requested access to the resource is denied'],
    ['denied', 'pull access denied for a, repository does not exist or may require ‘docker login’'],
    ['not-found', 'manifest for r/a:9 not found: manifest unknown: manifest unknown'],
    ['not-found', 'no matching manifest for linux/amd64 in the manifest list entries'],
    ['registry-unreachable', 'write tcp 10.0.0.2:1->10.0.0.1:2: use of closed network connection'],
    ['registry-unreachable', 'received unexpected HTTP status: 200 OK'],
    ['unexpected', 'filesystem layer verification failed for digest sha256:1'],
    // Of an archive that is cut, which no registry has to do with.
    ['engine-refused', 'Error processing tar file(exit status 1): unexpected EOF'],
    ['engine-refused', 'something else entirely'],
  ])('%s: %s', (code, text) => {
    expect(engineFailure(text, words)).toMatchObject({ code, title: 'It failed', cause: text });
    expect(engineFailure(http(500, text), words)).toMatchObject({ code, cause: text });
  });

  it('keeps the engine’s words as the cause, without dockerode’s', () => {
    expect(engineWords(http(404, 'No such image: x'))).toBe('No such image: x');
    expect(engineWords(new Error('(HTTP code 500) server error - boom '))).toBe('boom');
  });

  it('is bounded, however much the engine says', () => {
    const failure = engineFailure('x'.repeat(1_000_000), words);
    expect(failure.detail.length).toBeLessThan(500);
    expect(failure.cause?.length).toBe(20_000);
  });
});

describe('codes', () => {
  it('say more than text', () => {
    expect(engineFailure(http(404, 'No such image: x'), words).code).toBe('not-found');
    expect(engineFailure(http(409, 'conflict: unable to delete, denied: no'), words).code).toBe('conflict');
    expect(engineFailure(Object.assign(new Error('x'), { code: 'ABORT_ERR' }), words).code).toBe('cancelled');
  });

  it('of a file are not taken for the engine’s socket', () => {
    const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });
    expect(engineFailure(missing, words).code).toBe('engine-refused');
  });

  it.each([
    ['ENOENT', /not started/, /Start it/],
    ['ECONNREFUSED', /isn’t running/, /Start it/],
    ['EACCES', /aren’t allowed/, /docker group/],
    ['EHOSTUNREACH', /doesn’t answer/, /network/],
  ])('%s on connecting: the engine can’t be reached', (code, detail, remedy) => {
    const error = Object.assign(new Error(`connect ${code} /x`), { code, syscall: 'connect' });
    const failure = engineFailure(error, { ...words, remedy: 'Choose another name.' });
    expect(failure.code).toBe('engine-unreachable');
    expect(failure.detail).toMatch(detail);
    expect(failure.remedy).toMatch(remedy);
  });

  it('of all of a host’s addresses are told together', async () => {
    const error = await new Promise((resolve) =>
      connect({ host: 'localhost', port: 1 }).once('error', resolve),
    );
    const failure = engineFailure(error, words);
    expect(failure.code).toBe('engine-unreachable');
    expect(failure.cause).toContain('ECONNREFUSED');
  });
});

it('what the caller knows goes before what the code says, and what isn’t there has a title of its own', () => {
  const said = { title: 'It failed', absent: 'x is gone', remedy: 'Look elsewhere.' };
  expect(engineFailure(http(404, 'No such image'), said)).toMatchObject({
    title: 'x is gone',
    remedy: 'Look elsewhere.',
  });
  expect(engineFailure(http(500, 'boom'), said).title).toBe('It failed');
});

it('a failure that is one already is kept', () => {
  const failure = { code: 'denied', title: 'a', detail: 'b' } as const;
  expect(engineFailure(new FailureError(failure), words)).toBe(failure);
  expect(() => refuse(words)(new Error('boom'))).toThrow(FailureError);
});
