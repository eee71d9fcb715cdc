import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, projectFolder } from '../../../tests/support/project-folder.js';
import { tryReference } from '../../shared/reference.js';
import { openProject } from './project.js';

describe('a project folder', () => {
  it('tells its Dockerfiles, likeliest first, and the ignore file of the first', async () => {
    const folder = await projectFolder({
      'Dockerfile.dev': '',
      Dockerfile: '',
      'web.dockerfile': '',
      Containerfile: '',
      'a/b/c/Dockerfile': '',
      'a/b/c/d/Dockerfile': '',
      'a/Dockerfile': '',
      'Dockerfile.dockerignore': '',
      '.dockerignore': '',
      'node_modules/x/Dockerfile': '',
      'mydockerfile.txt': '',
    });
    expect(await openProject(folder)).toEqual({
      folder,
      title: 'app',
      imageName: 'app:latest',
      dockerfiles: [
        'Dockerfile',
        'Containerfile',
        'Dockerfile.dev',
        'web.dockerfile',
        'a/Dockerfile',
        'a/b/c/Dockerfile',
      ],
      ignoreFile: 'Dockerfile.dockerignore',
    });
  });

  it('may have no Dockerfile', async () => {
    expect(await openProject(await projectFolder({ 'README.md': '' }))).toMatchObject({
      dockerfiles: [],
      ignoreFile: null,
    });
  });

  it.each(['My App!', 'Ünïcode', '日本', '__x__', 'a..b', 'UPPER_case-1.2', '-', 'a'.repeat(200)])(
    'called %j gets an image name that is valid as it is',
    async (name) => {
      const { imageName } = await openProject(await projectFolder({}, name));
      expect(tryReference(imageName)).toMatchObject({ ok: true });
    },
  );

  it('is searched without following links', async () => {
    const folder = await projectFolder({ 'a/Dockerfile': '' });
    await symlink('..', join(folder, 'a/up'));
    await symlink('/etc', join(folder, 'etc'));
    expect((await openProject(folder)).dockerfiles).toEqual(['a/Dockerfile']);
  });

  it('that is gone, or is a file, is refused with what to do', async () => {
    const folder = await projectFolder({ file: '' });
    expect(await failureOf(openProject(join(folder, 'gone')))).toMatchObject({ code: 'not-found' });
    const file = await failureOf(openProject(join(folder, 'file')));
    expect(file).toMatchObject({ code: 'invalid-input', remedy: expect.any(String) as string });
  });
});
