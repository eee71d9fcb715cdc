import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import { tryReference } from '../../shared/reference.js';
import { openProject, readDockerfile } from './project.js';

async function project(files: Readonly<Record<string, string>>, name = 'app'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'strata-project-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

describe('a project folder', () => {
  it('tells its Dockerfiles, likeliest first, and the ignore file of the first', async () => {
    const folder = await project({
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
    expect(await openProject(await project({ 'README.md': '' }))).toMatchObject({
      dockerfiles: [],
      ignoreFile: null,
    });
  });

  it.each(['My App!', 'Ünïcode', '日本', '__x__', 'a..b', 'UPPER_case-1.2', '-', 'a'.repeat(200)])(
    'called %j gets an image name that is valid as it is',
    async (name) => {
      const { imageName } = await openProject(await project({}, name));
      expect(tryReference(imageName)).toMatchObject({ ok: true });
    },
  );

  it('is searched without following links', async () => {
    const folder = await project({ 'a/Dockerfile': '' });
    await symlink('..', join(folder, 'a/up'));
    await symlink('/etc', join(folder, 'etc'));
    expect((await openProject(folder)).dockerfiles).toEqual(['a/Dockerfile']);
  });

  it('that is gone, or is a file, is refused with what to do', async () => {
    const folder = await project({ file: '' });
    expect(await failureOf(openProject(join(folder, 'gone')))).toMatchObject({ code: 'not-found' });
    const file = await failureOf(openProject(join(folder, 'file')));
    expect(file).toMatchObject({ code: 'invalid-input', remedy: expect.any(String) as string });
  });
});

describe('a Dockerfile', () => {
  it('is read with its stages and arguments', async () => {
    const folder = await project({ 'd/web.Dockerfile': 'ARG V=1\nFROM a:$V AS one\nARG WHO\nFROM b\n' });
    expect(await readDockerfile(folder, 'd/web.Dockerfile')).toMatchObject({
      path: 'd/web.Dockerfile',
      stages: ['one'],
      arguments: [
        { name: 'V', value: '1' },
        { name: 'WHO', value: null },
      ],
    });
  });

  it('tells each argument once, with its first default and without its quotes', async () => {
    const folder = await project({
      Dockerfile: 'ARG A=1 B\nFROM x\nARG C="two $A words"\nARG A\nARG B=later A=2',
    });
    expect((await readDockerfile(folder, 'Dockerfile')).arguments).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: 'later' },
      { name: 'C', value: 'two $A words' },
    ]);
  });

  it.each(['./d/../d/Dockerfile', 'd//Dockerfile'])('named %s is known by its plain path', async (name) => {
    const folder = await project({ 'd/Dockerfile': 'FROM a' });
    expect((await readDockerfile(folder, name)).path).toBe('d/Dockerfile');
  });

  it('may be a link to another file of the folder', async () => {
    const folder = await project({ 'd/real': 'FROM a' });
    await symlink('d/real', join(folder, 'Dockerfile'));
    expect((await readDockerfile(folder, 'Dockerfile')).text).toBe('FROM a');
  });

  it('that is not there is not found, and says what to do', async () => {
    expect(await failureOf(readDockerfile(await project({}), 'Dockerfile'))).toMatchObject({
      code: 'not-found',
      title: 'There is no Dockerfile in app',
      remedy: expect.any(String) as string,
    });
  });

  it.each(['../outside', '/etc/passwd', '.', 'link-out', 'd/link-folder/passwd'])(
    'named %s leads out of the folder or is no file, and is refused',
    async (name) => {
      const folder = await project({ 'd/x': '' });
      await writeFile(join(folder, '../outside'), 'FROM a');
      await symlink('../outside', join(folder, 'link-out'));
      await symlink('/etc', join(folder, 'd/link-folder'));
      expect(await failureOf(readDockerfile(folder, name))).toMatchObject({ code: 'invalid-input' });
    },
  );

  it('that is absurdly large, or a folder, is refused', async () => {
    const folder = await project({ Dockerfile: '', 'd/x': '' });
    await truncate(join(folder, 'Dockerfile'), 3 * 1024 * 1024);
    await chmod(join(folder, 'Dockerfile'), 0o644);
    expect(await failureOf(readDockerfile(folder, 'Dockerfile'))).toMatchObject({ code: 'invalid-input' });
    expect(await failureOf(readDockerfile(folder, 'd'))).toMatchObject({ code: 'invalid-input' });
  });
});
