import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../../tests/support/project-folder.js';
import { MAX_CONTEXT_NAMES } from '../../../shared/contract/context.js';
import { contextNames } from './names.js';

const files = {
  Dockerfile: '',
  'src/index.js': '',
  'src/Input/a.js': '',
  'src/other.js': '',
  'secret/key': '',
  'kept/in/file': '',
  '.dockerignore': 'secret\nsrc/other.js\nkept\n!kept/in',
};
const names = async (folder: string, typed: string) =>
  (await contextNames(folder, 'Dockerfile', typed)).map(({ name, isFolder }) => name + (isFolder ? '/' : ''));

describe('the names that a path could go on to', () => {
  it('are those of the folder typed so far, folders first, in whatever case they begin', async () => {
    const folder = await projectFolder(files);
    expect(await names(folder, 'src/in')).toEqual(['Input/', 'index.js']);
    expect(await names(folder, './src/')).toEqual(['Input/', 'index.js']);
    expect(await names(folder, '/src/Input/')).toEqual(['a.js']);
  });

  it('leave out what a build leaves out, not what it takes all the same', async () => {
    const folder = await projectFolder(files);
    expect(await names(folder, '')).toEqual(['kept/', 'src/', '.dockerignore', 'Dockerfile']);
    expect(await names(folder, 'kept/')).toEqual(['in/']);
  });

  it('never lead out of the project', async () => {
    const folder = await projectFolder({ 'a/b': '' });
    await mkdir(join(folder, '../beside'));
    await writeFile(join(folder, '../beside/private'), '');
    await symlink('../beside', join(folder, 'out'));
    expect(await names(folder, 'out/')).toEqual([]);
    expect(await names(folder, '../beside/')).toEqual([]);
  });

  it('are none where nothing is, or the ignore file means nothing', async () => {
    expect(await names(await projectFolder({ Dockerfile: '' }), 'gone/x')).toEqual([]);
    expect(await names(await projectFolder({ Dockerfile: '', '.dockerignore': '[' }), '')).toEqual([]);
  });

  it('are only so many', async () => {
    const many = Array.from({ length: MAX_CONTEXT_NAMES + 5 }, (_, at) => [`f${at}`, ''] as const);
    expect(await names(await projectFolder(Object.fromEntries(many)), 'f')).toHaveLength(MAX_CONTEXT_NAMES);
  });
});
