import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectTo } from './client.js';

/** Something that hears every request. */
async function listener() {
  const folder = await mkdtemp(join(tmpdir(), 'strata-client-'));
  const path = join(folder, 's');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });
  return {
    asked,
    docker: connectTo({ address: `unix://${path}`, origin: 'default', connection: { kind: 'socket', path } }),
  };
}

describe('a name', () => {
  it.each(['sha256:ab12', 'localhost:5000/a/b_c:1.2-x', 'a@sha256:ff'])(
    'such as %s is asked for',
    async (name) => {
      const { docker, asked } = await listener();
      await docker.getImage(name).inspect();
      expect(asked).toEqual([`GET /images/${name}/json`]);
    },
  );

  it.each([
    '../containers',
    '..',
    '.',
    'x/../../containers/c',
    '%2e%2e/containers',
    './a',
    'a/json?x=',
    'a?force=1',
    'a#',
    'a b',
    'a\r\nX: y',
    '//host',
    '',
  ])('such as “%s” never leads elsewhere: nothing is asked', async (name) => {
    const { docker, asked } = await listener();
    await expect(docker.getImage(name).inspect()).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    await expect(docker.getImage(name).remove()).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(asked).toEqual([]);
  });
});

it('no API version is pinned', async () => {
  const { docker, asked } = await listener();
  await docker.version();
  expect(asked).toEqual(['GET /version']);
});

it('a query that a caller writes is sent whole', async () => {
  const { docker, asked } = await listener();
  await new Promise((resolve) => {
    docker.modem.dial({ path: '/build/cancel?id=abc', method: 'POST', statusCodes: { 200: true } }, resolve);
  });
  await docker.listImages();
  await docker.listImages({ all: true });
  expect(asked).toEqual(['POST /build/cancel?id=abc', 'GET /images/json', 'GET /images/json?all=true']);
});
