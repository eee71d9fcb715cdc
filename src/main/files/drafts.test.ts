import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDrafts } from './drafts.js';

let work: string;
let home: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'strata-drafts-'));
  home = join(work, 'home');
  await mkdir(join(home, 'profile'), { recursive: true });
});
afterEach(() => rm(work, { recursive: true, force: true }));

const began = Date.now();
const LONG_AGO = new Date(began - 60_000);
const put = async (path: string, when = LONG_AGO): Promise<string> => {
  await writeFile(path, 'half');
  await utimes(path, when, when);
  return path;
};

it('what is written whole stays, and neither a draft nor a note of it does', async () => {
  const drafts = openDrafts(home, began);
  const target = join(work, 'image.tar');
  await drafts.beside(target, async (draft) => {
    await writeFile(draft, 'whole');
    await rename(draft, target);
  });
  const failing = drafts.beside(target, async (draft) => {
    await mkdir(draft);
    throw new Error('cut');
  });
  await expect(failing).rejects.toThrow('cut');
  expect((await readdir(work)).sort()).toEqual(['home', 'image.tar']);
  expect(await readdir(join(home, 'drafts'))).toEqual([]);
});

it('the drafts of a run that was killed are swept, wherever the user saved', async () => {
  const left = openDrafts(home, began - 120_000);
  let draftOf = '';
  // It never ends, as in a process that was killed.
  const begun = new Promise<void>((resolve) => {
    void left.beside(join(work, 'image.tar'), (draft) => {
      draftOf = draft;
      resolve();
      return new Promise(() => undefined);
    });
  });
  await begun;
  await put(draftOf);
  const [note = ''] = await readdir(join(home, 'drafts'));
  await utimes(join(home, 'drafts', note), LONG_AGO, LONG_AGO);
  const own = await put(join(home, `settings.json.${'a'.repeat(12)}.tmp`));
  expect(await openDrafts(home, began).sweep()).toEqual(expect.arrayContaining([draftOf, own]));
  expect(await readdir(work)).toEqual(['home']);
  expect((await readdir(home)).sort()).toEqual(['drafts', 'profile']);
});

it('what this run is writing, what Chromium keeps and files of other names are left alone', async () => {
  await mkdir(join(home, 'builds'));
  const kept = [
    await put(join(home, 'builds', `build.json.${'b'.repeat(12)}.tmp`), new Date(began + 60_000)),
    await put(join(home, 'profile', `x.${'c'.repeat(12)}.tmp`)),
    await put(join(home, 'notes.tmp')),
    await put(join(home, 'settings.json.damaged-1')),
  ];
  expect(await openDrafts(home, began).sweep()).toEqual([]);
  expect(kept).toHaveLength(4);
  expect(await readdir(join(home, 'builds'))).toHaveLength(1);
});

it.each(['/etc/passwd', '../../x', join(tmpdir(), '.strata-0123456789ab.tmp')])(
  'a note that was changed by somebody removes nothing but itself: %s',
  async (text) => {
    const notes = join(home, 'drafts');
    await mkdir(notes);
    const note = join(notes, '.strata-aaaaaaaaaaaa.tmp');
    await writeFile(note, text);
    await utimes(note, LONG_AGO, LONG_AGO);
    expect(await openDrafts(home, began).sweep()).toEqual([note]);
  },
);
