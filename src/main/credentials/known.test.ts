import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createCredentials, Secret } from './index.js';

let home: string;
beforeAll(async () => (home = await mkdtemp(join(tmpdir(), 'known-'))));
afterAll(() => rm(home, { recursive: true, force: true }));

it('who is logged in where is told without a process for the keychain', async () => {
  const start = vi.fn(() => {
    throw new Error('not asked for');
  });
  const credentials = createCredentials({
    home,
    keychainHost: { start },
    environment: { DOCKER_CONFIG: home },
    onDamaged: () => undefined,
  });
  const credential = { username: 'ada', secret: new Secret('c4nary') };
  await credentials.keep('ghcr.io', credential, 'session');
  expect(await credentials.known()).toEqual([
    expect.objectContaining({ registry: 'ghcr.io', username: 'ada', kept: 'session' }),
  ]);
  expect(start).not.toHaveBeenCalled();
  credentials.stop();
});
