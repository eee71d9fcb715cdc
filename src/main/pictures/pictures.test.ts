import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PictureForm } from '../../shared/contract/pictures.js';
import { openDrafts } from '../files/index.js';
import { createPictures } from './index.js';

async function open(
  choose: (folder: string) => string | null = (folder) => join(folder, 'chosen.svg'),
  canDecode = true,
) {
  const folder = await mkdtemp(join(tmpdir(), 'strata-pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const asked: { name: string; form: PictureForm }[] = [];
  const copied: Uint8Array[] = [];
  const pictures = createPictures({
    drafts: openDrafts(join(folder, 'home'), Date.now()),
    putOnClipboard(png) {
      copied.push(png);
      return Promise.resolve(canDecode);
    },
    chooseTarget(what) {
      asked.push(what);
      return Promise.resolve(choose(folder));
    },
  });
  return { folder, asked, copied, pictures };
}

describe('a picture', () => {
  it('is written where the user chose, for this user alone, and nothing else is', async () => {
    const { folder, asked, pictures } = await open();
    const file = join(folder, 'chosen.svg');
    await writeFile(file, 'the former one');
    const saved = await pictures.save({ form: 'svg', name: 'Layers of a/b:1', content: '<svg/>' });
    expect(saved).toEqual({ file });
    expect(asked).toEqual([{ name: 'Layers-of-a-b-1.svg', form: 'svg' }]);
    expect(await readFile(file, 'utf8')).toBe('<svg/>');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).toSorted()).toEqual(['chosen.svg', 'home']);
    expect(await readdir(join(folder, 'home', 'drafts'))).toEqual([]);
  });

  it('is written nowhere when the user wants none', async () => {
    const { folder, pictures } = await open(() => null);
    expect(await pictures.save({ form: 'csv', name: 'x', content: 'a\r\n' })).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that can’t be written says where, and why', async () => {
    const { pictures } = await open((folder) => join(folder, 'gone', 'x.csv'));
    await expect(pictures.save({ form: 'csv', name: 'x', content: 'a\r\n' })).rejects.toMatchObject({
      failure: { code: 'not-found', title: expect.stringMatching(/x\.csv was not saved$/) as string },
    });
  });

  it('that is no PNG is not even asked about', async () => {
    const { asked, pictures } = await open();
    const content = new TextEncoder().encode('#!/bin/sh\n'.repeat(10));
    await expect(pictures.save({ form: 'png', name: 'x', content })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(asked).toEqual([]);
  });
});

describe('a picture that is copied', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  it('is put on the clipboard as it is', async () => {
    const { copied, pictures } = await open();
    await pictures.copy({ png });
    expect(copied).toEqual([png]);
  });

  it.each([
    ['no PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(200))],
    ['cut', png.subarray(0, -1)],
  ])('is decoded by nobody when it is %s', async (_what, bytes) => {
    const { copied, pictures } = await open();
    await expect(pictures.copy({ png: bytes })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(copied).toEqual([]);
  });

  it('that can’t be decoded is a failure, not a silence', async () => {
    const { pictures } = await open(undefined, false);
    await expect(pictures.copy({ png })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
  });
});
