import { chmod, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, projectFolder } from '../../../../tests/support/project-folder.js';
import { readDockerfile } from './text.js';

describe('a Dockerfile', () => {
  it('is read with its stages and arguments', async () => {
    const folder = await projectFolder({
      'd/web.Dockerfile': 'ARG V=1\nFROM a:$V AS one\nARG WHO\nFROM b\n',
    });
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
    const folder = await projectFolder({
      Dockerfile: 'ARG A=1 B\nFROM x\nARG C="two $A words"\nARG A\nARG B=later A=2',
    });
    expect((await readDockerfile(folder, 'Dockerfile')).arguments).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: 'later' },
      { name: 'C', value: 'two $A words' },
    ]);
  });

  it.each(['./d/../d/Dockerfile', 'd//Dockerfile'])('named %s is known by its plain path', async (name) => {
    const folder = await projectFolder({ 'd/Dockerfile': 'FROM a' });
    expect((await readDockerfile(folder, name)).path).toBe('d/Dockerfile');
  });

  it('may be a link to another file of the folder', async () => {
    const folder = await projectFolder({ 'd/real': 'FROM a' });
    await symlink('d/real', join(folder, 'Dockerfile'));
    expect((await readDockerfile(folder, 'Dockerfile')).text).toBe('FROM a');
  });

  it('that is not there is not found, and says what to do', async () => {
    expect(await failureOf(readDockerfile(await projectFolder({}), 'Dockerfile'))).toMatchObject({
      code: 'not-found',
      title: 'There is no Dockerfile in app',
      remedy: expect.any(String) as string,
    });
  });

  it.each(['../outside', '/etc/passwd', '.', 'link-out', 'd/link-folder/passwd'])(
    'named %s leads out of the folder or is no file, and is refused',
    async (name) => {
      const folder = await projectFolder({ 'd/x': '' });
      await writeFile(join(folder, '../outside'), 'FROM a');
      await symlink('../outside', join(folder, 'link-out'));
      await symlink('/etc', join(folder, 'd/link-folder'));
      expect(await failureOf(readDockerfile(folder, name))).toMatchObject({ code: 'invalid-input' });
    },
  );

  it('that is absurdly large, or a folder, is refused', async () => {
    const folder = await projectFolder({ Dockerfile: '', 'd/x': '' });
    await truncate(join(folder, 'Dockerfile'), 3 * 1024 * 1024);
    await chmod(join(folder, 'Dockerfile'), 0o644);
    expect(await failureOf(readDockerfile(folder, 'Dockerfile'))).toMatchObject({ code: 'invalid-input' });
    expect(await failureOf(readDockerfile(folder, 'd'))).toMatchObject({ code: 'invalid-input' });
  });

  it('has another name for each of its texts, and says when it is not all text', async () => {
    const folder = await projectFolder({ a: 'FROM a', b: 'FROM b', same: 'FROM a' });
    await writeFile(join(folder, 'latin'), Buffer.from([0x23, 0xe9]));
    const read = (name: string) => readDockerfile(folder, name);
    const [a, b, same, latin] = await Promise.all(['a', 'b', 'same', 'latin'].map(read));
    expect(a?.revision).toBe(same?.revision);
    expect(a?.revision).not.toBe(b?.revision);
    expect([a?.isWhole, latin?.isWhole]).toEqual([true, false]);
  });
});
