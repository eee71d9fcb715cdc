import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FailureError } from '../../../shared/failure.js';
import { openContext, type ContextEntry } from './walk.js';

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-walk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

async function walk(folder: string, dockerfile = 'Dockerfile'): Promise<ContextEntry[]> {
  const entries: ContextEntry[] = [];
  for await (const entry of (await openContext(folder, dockerfile)).entries()) entries.push(entry);
  return entries;
}

const paths = (entries: readonly ContextEntry[]) => entries.map(({ path }) => path);
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

describe('the context of a project', () => {
  it('is everything in byte order, parents before what is in them', async () => {
    const folder = await project({ 'b/z': '', 'b/a/x': '', B: '', 'a-': '', 'a/1': '', ä: '', 'b.c': '' });
    expect(paths(await walk(folder))).toEqual([
      'B',
      'a',
      'a/1',
      'a-',
      'b',
      'b/a',
      'b/a/x',
      'b/z',
      'b.c',
      'ä',
    ]);
  });

  it('keeps links as links, modes and sizes', async () => {
    const folder = await project({ 'run.sh': '12345', 'd/f': '' });
    await chmod(join(folder, 'run.sh'), 0o751);
    await symlink('/outside/of/it', join(folder, 'link'));
    await symlink('d', join(folder, 'to-folder'));
    const entries = Object.fromEntries((await walk(folder)).map((entry) => [entry.path, entry]));
    expect(entries['run.sh']).toMatchObject({ kind: 'file', mode: 0o751, size: 5 });
    expect(entries.link).toMatchObject({ kind: 'link', target: '/outside/of/it' });
    expect(entries['to-folder']).toMatchObject({ kind: 'link', target: 'd' });
    expect(Object.keys(entries)).not.toContain('to-folder/f');
  });

  it('tells a file of several names once, and the others as the same', async () => {
    const folder = await project({ 'a/first': 'x', z: '', '.dockerignore': 'a/0-ignored' });
    await link(join(folder, 'a/first'), join(folder, 'a/0-ignored'));
    await link(join(folder, 'a/first'), join(folder, 'b'));
    const same = (await walk(folder)).flatMap((entry) =>
      entry.kind === 'file' ? [[entry.path, entry.sameAs]] : [],
    );
    expect(same).toEqual([
      ['.dockerignore', null],
      ['a/first', null],
      ['b', 'a/first'],
      ['z', null],
    ]);
  });

  it('never looks into an ignored folder unless a line takes something of it back', async () => {
    const folder = await project({
      '.dockerignore': 'secret\nkept\n!kept/this',
      'kept/this/file': '',
      'kept/other': '',
      Dockerfile: '',
    });
    await mkdir(join(folder, 'secret'));
    await chmod(join(folder, 'secret'), 0o000);
    expect(paths(await walk(folder))).toEqual([
      '.dockerignore',
      'Dockerfile',
      'kept',
      'kept/this',
      'kept/this/file',
    ]);
  });

  it('has the Dockerfile and the ignore file in any case, marked as not for the image', async () => {
    const folder = await project({ '.dockerignore': '*', 'docker/web.Dockerfile': '', 'docker/other': '' });
    const entries = await walk(folder, 'docker/web.Dockerfile');
    expect(paths(entries)).toEqual(['.dockerignore', 'docker', 'docker/web.Dockerfile']);
    expect(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.onlyForEngine] : []))).toEqual([
      true,
      true,
    ]);
  });

  it('for the image has neither, nor the folder that is there for them alone', async () => {
    const folder = await project({ '.dockerignore': '*\n!src', 'docker/web.Dockerfile': '', 'src/a': '' });
    const found: string[] = [];
    const context = await openContext(folder, 'docker/web.Dockerfile');
    for await (const { path } of context.entriesForImage()) found.push(path);
    expect(found).toEqual(['src', 'src/a']);
  });

  it('names the ignore file, line and pattern that mean nothing', async () => {
    const folder = await project({ '.dockerignore': 'ok\n[\n' });
    expect(await failureOf(walk(folder))).toMatchObject({
      code: 'invalid-input',
      source: { file: '.dockerignore', line: 2 },
    });
  });

  it('refuses pipes and sockets by name, unless they are ignored', async () => {
    const folder = await project({ a: '' });
    execFileSync('mkfifo', [join(folder, 'a-pipe')]);
    expect(await failureOf(walk(folder))).toMatchObject({ title: expect.stringContaining('a-pipe') });
    await rm(join(folder, 'a-pipe'));
    const server = createServer().listen(join(folder, 'a.sock'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await failureOf(walk(folder))).toMatchObject({ detail: expect.stringContaining('socket') });
    await writeFile(join(folder, '.dockerignore'), '*.sock');
    expect(paths(await walk(folder))).toEqual(['.dockerignore', 'a']);
  });

  it.runIf(process.platform === 'linux')(
    'refuses a name that is no UTF-8, instead of leaving it out',
    async () => {
      const folder = await project({ a: '' });
      await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0x66, 0xff)]), '');
      expect(await failureOf(walk(folder))).toMatchObject({ detail: expect.stringContaining('UTF-8') });
    },
  );

  it('says when the folder is gone', async () => {
    const folder = await project({});
    await rm(folder, { recursive: true });
    expect(await failureOf(walk(folder))).toMatchObject({ code: 'not-found', remedy: expect.any(String) });
  });

  it('follows no loop of links', async () => {
    const folder = await project({ 'd/f': '' });
    await symlink('..', join(folder, 'd/up'));
    expect(paths(await walk(folder))).toEqual(['d', 'd/f', 'd/up']);
  });
});
