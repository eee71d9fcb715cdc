import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLoginIndex } from './login-index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-credentials-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the list of logins', () => {
  const ada = { registry: 'ghcr.io', prefix: '', username: 'ada', ends: null };
  const bob = { ...ada, username: 'bob' };
  const said: string[] = [];
  const open = () => openLoginIndex(join(folder, 'logins.json'), ({ aside }) => said.push(aside));

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

  it('of before logins had a path or an end is read as it is', async () => {
    const old = { logins: [{ registry: 'ghcr.io', username: 'ada' }] };
    await writeFile(join(folder, 'logins.json'), JSON.stringify(old));
    expect(await open().list()).toEqual([ada]);
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
      const index = open();
      expect(await index.list()).toEqual([]);
      const aside = said.at(-1) ?? '';
      expect(index.problem()?.detail).toContain(aside);
      await index.add(ada);
      expect(await readFile(aside, 'utf8')).toBe(text);
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
