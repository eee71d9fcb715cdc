import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, projectFolder } from '../../../../tests/support/project-folder.js';
import { MAX_DOCKERFILE_BYTES } from '../../../shared/contract/builds.js';
import { saveDockerfile } from './save.js';
import { readDockerfile } from './text.js';

const dockerfile = 'Dockerfile';

describe('saving a Dockerfile', () => {
  it('writes it byte for byte, keeps its mode, and leaves nothing else behind', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a\n' });
    await chmod(join(folder, dockerfile), 0o640);
    const { revision } = await readDockerfile(folder, dockerfile);
    const text = '\uFEFFFROM b\r\nRUN true';
    const saved = await saveDockerfile({ folder, dockerfile, text, revision });
    expect(await readFile(join(folder, dockerfile), 'utf8')).toBe(text);
    expect((await stat(join(folder, dockerfile))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual([dockerfile]);
    expect(saved).toEqual(await readDockerfile(folder, dockerfile));
  });

  it('is refused when the file is another by now, and that one stays', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a' });
    const { revision } = await readDockerfile(folder, dockerfile);
    await writeFile(join(folder, dockerfile), 'FROM other');
    const failure = await failureOf(saveDockerfile({ folder, dockerfile, text: 'FROM mine', revision }));
    expect(failure).toMatchObject({ code: 'conflict', title: 'Dockerfile has changed meanwhile' });
    expect(await readFile(join(folder, dockerfile), 'utf8')).toBe('FROM other');
  });

  it('puts a file back that is gone only when that is known', async () => {
    const folder = await projectFolder({ 'd/Dockerfile': 'FROM a' });
    const asked = { folder, dockerfile: 'd/Dockerfile', text: 'FROM mine' };
    const { revision } = await readDockerfile(folder, 'd/Dockerfile');
    await rm(join(folder, 'd/Dockerfile'));
    expect(await failureOf(saveDockerfile({ ...asked, revision }))).toMatchObject({ code: 'conflict' });
    expect((await saveDockerfile({ ...asked, revision: null })).text).toBe('FROM mine');
    await rm(join(folder, 'd'), { recursive: true });
    expect(await failureOf(saveDockerfile({ ...asked, revision: null }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('never writes over a file that was not known to be there', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a' });
    const asked = { folder, dockerfile, text: 'FROM mine', revision: null };
    expect(await failureOf(saveDockerfile(asked))).toMatchObject({ code: 'conflict' });
  });

  it('writes where a link leads, and the link stays', async () => {
    const folder = await projectFolder({ 'd/real': 'FROM a' });
    await symlink('d/real', join(folder, dockerfile));
    const { revision } = await readDockerfile(folder, dockerfile);
    await saveDockerfile({ folder, dockerfile, text: 'FROM b', revision });
    expect(await readFile(join(folder, 'd/real'), 'utf8')).toBe('FROM b');
    expect(await readFile(join(folder, dockerfile), 'utf8')).toBe('FROM b');
  });

  it.each(['../outside/new', 'out/new'])('never writes %s, which is outside the folder', async (name) => {
    const folder = await projectFolder({});
    await mkdir(join(folder, '../outside'));
    await symlink('../outside', join(folder, 'out'));
    const asked = { folder, dockerfile: name, text: 'FROM mine', revision: null };
    expect(await failureOf(saveDockerfile(asked))).toMatchObject({ code: 'not-found' });
    expect(await readdir(join(folder, '../outside'))).toEqual([]);
  });

  it('refuses what could not be read again', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a' });
    const { revision } = await readDockerfile(folder, dockerfile);
    const text = 'é'.repeat(MAX_DOCKERFILE_BYTES / 2 + 1);
    expect(await failureOf(saveDockerfile({ folder, dockerfile, text, revision }))).toMatchObject({
      code: 'invalid-input',
    });
  });
});
