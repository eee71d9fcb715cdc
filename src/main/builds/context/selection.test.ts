import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { selectPaths } from './selection.js';
import { openContext } from './walk.js';

/** A value that begins with `->` is a link. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-selection-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    if (text.startsWith('->')) await symlink(text.slice(2), join(folder, file));
    else await writeFile(join(folder, file), text);
  }
  return folder;
}

async function selected(files: Readonly<Record<string, string>>, ...paths: string[]): Promise<string[]> {
  const folder = await project(files);
  const context = await openContext(folder, 'Dockerfile');
  const found: string[] = [];
  for await (const { path } of context.entriesForImage(await selectPaths(folder, paths))) found.push(path);
  return found;
}

const files = {
  'a/one': '',
  'a/two': '',
  'b/c/deep': '',
  'b/other': '',
  'package.json': '',
  'package-lock.json': '',
};

describe('the part of a context that COPY lines name', () => {
  it('is a file, with the folders it is in and nothing beside it', async () => {
    expect(await selected(files, 'b/c/deep')).toEqual(['b', 'b/c', 'b/c/deep']);
  });

  it('is a folder with all that is in it, however it is written', async () => {
    expect(await selected(files, './a/')).toEqual(['a', 'a/one', 'a/two']);
  });

  it('is what wildcards match, a part of a path at a time', async () => {
    expect(await selected(files, 'package*.json')).toEqual(['package-lock.json', 'package.json']);
    expect(await selected(files, '*/o*')).toEqual(['a', 'a/one', 'b', 'b/other']);
  });

  it.each(['.', '/', 'a/..', './/.'])('is everything for %s', async (path) => {
    expect(await selected(files, 'a/one', path)).toContain('b/c/deep');
  });

  it('is nothing for what is not there', async () => {
    expect(await selected(files, 'c', 'a/three/x')).toEqual([]);
  });

  it('has what links on the way lead to', async () => {
    const linked = { 'real/file': '', 'real/beside': '', current: '->real', 'links/up': '->../current/file' };
    expect(await selected(linked, 'current/file')).toEqual(['current', 'real', 'real/file']);
    expect(await selected(linked, 'links/*')).toEqual(['current', 'links', 'links/up', 'real', 'real/file']);
  });

  it('ends for links that lead round in circles, or out of the project', async () => {
    const looping = { a: '->b', b: '->a', c: '->c/x', out: '->../../etc/passwd', 'etc/passwd': '' };
    expect(await selected(looping, 'a', 'c')).toEqual(['a', 'b', 'c']);
    expect(await selected(looping, 'out')).toEqual(['etc', 'etc/passwd', 'out']);
  });

  it('leaves out what the ignore file names', async () => {
    expect(await selected({ ...files, '.dockerignore': 'a/two' }, 'a')).toEqual(['a', 'a/one']);
  });

  it('takes a pattern that means nothing for one that matches nothing', async () => {
    expect(await selected(files, '[')).toEqual([]);
  });
});
