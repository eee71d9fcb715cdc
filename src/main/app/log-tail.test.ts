import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLogTail } from './log-tail.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-tail-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is the last whole lines, without what is nobody’s business', async () => {
  const file = join(folder, 'strata.log');
  const lines = Array.from(
    { length: 3_000 },
    (_, at) => `line ${at} of ${folder}/project and ghp_${'a1B2'.repeat(9)}`,
  );
  await writeFile(file, `${lines.join('\n')}\n`);
  const tail = (await readLogTail(file, folder)).split('\n');
  expect(tail).toHaveLength(60);
  expect(tail.at(-1)).toBe('line 2999 of …/project and [secret]');
});

it('of no log is nothing', async () => {
  expect(await readLogTail(join(folder, 'none.log'), folder)).toBe('');
});
