import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDockerConfig } from './docker-config.js';
import { openLoginIndex } from './login-index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-credentials-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the list of logins', () => {
  const ada = { registry: 'ghcr.io', username: 'ada' };
  const bob = { registry: 'ghcr.io', username: 'bob' };
  const open = () => openLoginIndex(join(folder, 'logins.json'));

  it('is found again by the next start, for this user’s eyes only', async () => {
    const index = open();
    expect(await index.list()).toEqual([]);
    await index.add(ada);
    await index.add(bob);
    await index.remove(ada);
    expect(await open().list()).toEqual([bob]);
    expect((await stat(join(folder, 'logins.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['logins.json']);
  });

  it('has each account once, the one added last at its end', async () => {
    const index = open();
    await Promise.all([index.add(ada), index.add(bob), index.add(ada)]);
    expect(await index.list()).toEqual([bob, ada]);
  });

  it.each(['{ "logins": [', '[]', '{"logins":[{"registry":"x"}]}', ''])(
    'that is damaged is set aside and reported, not lost: %s',
    async (text) => {
      await writeFile(join(folder, 'logins.json'), text);
      await writeFile(join(folder, 'logins.json.damaged'), 'an older one');
      const index = open();
      expect(await index.list()).toEqual([]);
      expect(index.problem()?.detail).toContain('logins.json.damaged-2');
      await index.add(ada);
      expect(await readFile(join(folder, 'logins.json.damaged-2'), 'utf8')).toBe(text);
      expect(await readFile(join(folder, 'logins.json.damaged'), 'utf8')).toBe('an older one');
    },
  );

  it('that can’t be read is a failure, and not overwritten', async () => {
    await mkdir(join(folder, 'logins.json'));
    const index = open();
    await expect(index.list()).rejects.toThrow('can’t be read');
    await expect(index.add(ada)).rejects.toThrow('can’t be read');
    await rm(join(folder, 'logins.json'), { recursive: true });
    expect(await index.list()).toEqual([]);
  });

  it('that can’t be written says so and stays as it was', async () => {
    const index = open();
    await index.add(ada);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in the folder’s place');
    await expect(index.add(bob)).rejects.toThrow('can’t be written');
    expect(await index.list()).toEqual([ada]);
  });
});

describe('docker’s own config', () => {
  const report = async (content: unknown) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(folder, 'config.json'), text);
    return readDockerConfig({ DOCKER_CONFIG: folder });
  };
  const hidden = 'YWRhOmM0bmFyeQ==';

  it('is told by registry and by how the login lies there', async () => {
    const { logins, problem, path } = await report({
      auths: {
        'https://index.docker.io/v1/': { auth: hidden },
        'ghcr.io': {},
        'quay.io': { identitytoken: 'c4nary' },
        'plain.example': { username: 'ada', password: 'c4nary' },
        'helped.example': { auth: hidden },
      },
      credsStore: 'secretservice',
      credHelpers: { 'gcr.io': 'gcloud', 'helped.example': 'pass' },
      other: { things: true },
    });
    expect(problem).toBeUndefined();
    expect(path).toBe(join(folder, 'config.json'));
    expect(logins).toEqual([
      { registry: 'docker.io', storage: 'plain' },
      { registry: 'gcr.io', storage: 'helper', helper: 'gcloud' },
      { registry: 'ghcr.io', storage: 'helper', helper: 'secretservice' },
      { registry: 'helped.example', storage: 'plain' },
      { registry: 'plain.example', storage: 'plain' },
      { registry: 'quay.io', storage: 'plain' },
    ]);
    expect(JSON.stringify(logins)).not.toMatch(/c4nary|YWRh/);
  });

  it.each(['', '{}', '{"auths":null}', '{"auths":{"ghcr.io":{}}}'])('may hold no login: %s', async (text) => {
    expect(await report(text)).toMatchObject({ logins: [] });
    expect((await report(text)).problem).toBeUndefined();
  });

  it('may not be there', async () => {
    expect(await readDockerConfig({ DOCKER_CONFIG: join(folder, 'no', 'such') })).toMatchObject({
      logins: [],
    });
    await symlink('gone', join(folder, 'config.json'));
    expect((await readDockerConfig({ DOCKER_CONFIG: folder })).problem).toBeUndefined();
  });

  it.each([
    `{"auths":{"x":{"auth":"${hidden}"`,
    `{"auths":{"x":{"password":"c4nary"}} c4nary`,
    '{"auths":[1,2]}',
    '{"credHelpers":{"x":7}}',
    'null',
  ])('that is malformed is a problem in words that quote nothing of it: %.30s', async (text) => {
    const { logins, problem = '' } = await report(text);
    expect(logins).toEqual([]);
    expect(problem).toMatch(/^It is not /);
    expect(problem).not.toMatch(/c4nary|YWRh/);
  });

  it('that is no file, too large or not for us is a problem, and nobody waits for it', async () => {
    await mkdir(join(folder, 'dir', 'config.json'), { recursive: true });
    expect((await readDockerConfig({ DOCKER_CONFIG: join(folder, 'dir') })).problem).toContain('not a file');
    expect((await report(`{"x":"${'y'.repeat(1_100_000)}"}`)).problem).toContain('larger than 1 MB');
  });

  it('is never changed', async () => {
    await report({ auths: { 'ghcr.io': { auth: hidden } } });
    const before = await stat(join(folder, 'config.json'));
    await readDockerConfig({ DOCKER_CONFIG: folder });
    expect((await stat(join(folder, 'config.json'))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(folder)).toEqual(['config.json']);
  });
});
