import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withFileLock } from './file-lock.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-lock-'));
  file = join(folder, 'count');
  await writeFile(file, '0');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const addOne = () =>
  withFileLock(file, async () => writeFile(file, String(Number(await readFile(file, 'utf8')) + 1)));

it('those that write at once do so one after another, and leave nothing beside the file', async () => {
  await Promise.all(Array.from({ length: 50 }, addOne));
  expect(await readFile(file, 'utf8')).toBe('50');
  expect(await readdir(folder)).toEqual(['count']);
});

it('the lock of a process that is gone holds nobody up', async () => {
  await writeFile(`${file}.lock`, '999999999');
  await addOne();
  expect(await readFile(file, 'utf8')).toBe('1');
});

it('work that fails lets go', async () => {
  await expect(withFileLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await addOne();
  expect(await readFile(file, 'utf8')).toBe('1');
});
