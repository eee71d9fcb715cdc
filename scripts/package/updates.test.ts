import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeUpdateKey } from '../../tests/support/update-feed.js';
import { signUpdates } from './sign-updates.mjs';
import { updateFeed } from './update-feed.mjs';

const { key, privateKey } = makeUpdateKey();
const signingKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
const sha512 = (content: string): string => createHash('sha512').update(content).digest('base64');
const yml = (hash: string): string =>
  `version: 0.2.0\nfiles:\n  - url: strata_0.2.0_amd64.deb\n    sha512: ${hash}\n    size: 3\npath: strata_0.2.0_amd64.deb\nreleaseDate: '2026-03-05T10:00:00.000Z'\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-sign-'));
  writeFileSync(join(folder, 'strata_0.2.0_amd64.deb'), 'deb');
  writeFileSync(join(folder, 'latest-linux.yml'), yml(sha512('deb')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('signing a release', () => {
  it('signs the exact bytes of each channel’s file, which names itself; once more changes nothing', async () => {
    writeFileSync(join(folder, 'beta-linux.yml'), yml(sha512('deb')));
    writeFileSync(join(folder, 'alpha-linux.yml'), 'not one of ours');
    for (let times = 0; times < 2; times++)
      expect((await signUpdates(folder, signingKey, [key])).toSorted()).toEqual([
        'beta-linux.yml',
        'latest-linux.yml',
      ]);
    for (const name of ['beta-linux.yml', 'latest-linux.yml']) {
      const bytes = readFileSync(join(folder, name));
      expect(bytes.toString()).toBe(`${yml(sha512('deb'))}file: ${name}\n`);
      const signature = Buffer.from(readFileSync(join(folder, `${name}.sig`), 'latin1'), 'base64');
      expect(verify(null, bytes, createPublicKey(privateKey), signature)).toBe(true);
    }
  });

  it('refuses a package that is not what the file says, a file that names another, and a key that nobody knows', async () => {
    await expect(signUpdates(folder, signingKey, [makeUpdateKey().key])).rejects.toThrow('is not built in');
    writeFileSync(join(folder, 'latest-linux.yml'), yml(sha512('other')));
    await expect(signUpdates(folder, signingKey, [key])).rejects.toThrow('is not what it says');
    writeFileSync(join(folder, 'latest-linux.yml'), `${yml(sha512('deb'))}file: latest.yml\n`);
    await expect(signUpdates(folder, signingKey, [key])).rejects.toThrow('names another file');
    writeFileSync(join(folder, 'latest-linux.yml'), 'version: 0.2.0\n');
    await expect(signUpdates(folder, signingKey, [key])).rejects.toThrow('as electron-builder writes it');
    rmSync(join(folder, 'latest-linux.yml'));
    await expect(signUpdates(folder, signingKey, [key])).rejects.toThrow('no update file');
  });
});

describe('what a package has built in', () => {
  const none = { feed: null, keys: [] };
  const given = (feed: string, keys: string) =>
    updateFeed({ STRATA_UPDATE_FEED: feed, STRATA_UPDATE_KEYS: keys }, none);

  it('is the project’s, or what is given to try it', () => {
    expect(updateFeed({}, none)).toBeNull();
    const own = { feed: 'https://strata.example/', keys: [key] };
    expect(updateFeed({}, own)).toEqual(own);
    const other = makeUpdateKey().key;
    const address = 'http://127.0.0.1:8080/';
    expect(given(address, `${key},${other}`)).toEqual({ feed: address, keys: [key, other] });
  });

  it('is whole, or there is no package', () => {
    expect(() => updateFeed({}, { feed: 'https://strata.example/', keys: [] })).toThrow('need both');
    expect(() => updateFeed({}, { feed: null, keys: [key] })).toThrow('need both');
    expect(() => given('http://strata.example/', key)).toThrow('over https');
    expect(() => given('https://strata.example/', 'abc')).toThrow('not an Ed25519 public key');
  });
});
