import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askHelper } from './helper-program.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-helper-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ask = async (script: string, server = 'ghcr.io', limitMs?: number) => {
  const program = join(folder, 'docker-credential-case');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  const environment = { PATH: `${folder}:/usr/bin:/bin`, FOLDER: folder };
  return askHelper('case', 'get', server, { environment, ...(limitMs === undefined ? {} : { limitMs }) });
};

it.runIf(process.platform === 'linux')(
  'one that never answers is ended, with what it has started',
  async () => {
    const answer = await ask('sleep 600 & echo $! > "$FOLDER/pid"; wait', 'ghcr.io', 2_000);
    expect(answer).toEqual({ kind: 'failed', why: 'docker-credential-case did not answer in time' });
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    // Gone, or a zombie that nobody has reaped yet.
    await expect.poll(() => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'gone')).toMatch(/gone|\) Z /);
  },
);

it('one that talks without end is ended', async () => {
  const answer = await ask('yes');
  expect(answer).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining('more than a login') as string,
  });
});

it('one that ends without reading its input has answered all the same', async () => {
  const answer = await ask(`echo '{"Username":"ada","Secret":"x"}'`, 'x'.repeat(1_000_000));
  expect(answer).toMatchObject({ kind: 'found', credential: { username: 'ada' } });
});

it('one that leaves its output open to another has answered all the same', async () => {
  const answer = await ask(`echo '{"Username":"ada","Secret":"x"}'; sleep 2 &`, 'ghcr.io', 1_500);
  expect(answer).toMatchObject({ kind: 'found' });
});

it('none hears an address with a line break', async () => {
  const answer = await ask('touch "$FOLDER/asked"', 'ghcr.io\nevil.example');
  expect(answer.kind).toBe('failed');
  await expect(readFile(join(folder, 'asked'))).rejects.toThrow('ENOENT');
});
