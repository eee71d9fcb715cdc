import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { OnDamaged } from '../../files/index.js';
import { nothingLearnt, openMemory } from './memory.js';

const whole: OnDamaged = ({ aside }) => {
  throw new Error(`damaged: ${aside}`);
};

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const lessons = { ...nothingLearnt('unix:///engine'), times: [['RUN make', 900]] as [string, number][] };

it('what a project has taught is there after a restart, for that Dockerfile alone', async () => {
  const folder = await place();
  await openMemory(folder, whole).write('/app', 'Dockerfile', lessons);
  const later = openMemory(folder, whole);
  expect(await later.read('/app', 'Dockerfile')).toEqual(lessons);
  expect(await later.read('/app', 'other.Dockerfile')).toBeNull();
});

it('projects that were not built for longest are let go', async () => {
  const folder = await place();
  const memory = openMemory(folder, whole);
  await memory.write('/first', 'Dockerfile', lessons);
  const [first = ''] = await readdir(folder);
  await utimes(join(folder, first), 1, 1);
  for (let at = 0; at < 50; at++) await memory.write(`/app-${at}`, 'Dockerfile', lessons);
  const left = await readdir(folder);
  expect(left).toHaveLength(50);
  expect(left).not.toContain(first);
});

it('a damaged file is set aside, not overwritten', async () => {
  const folder = await place();
  await openMemory(folder, whole).write('/app', 'Dockerfile', lessons);
  const [file = ''] = await readdir(folder);
  await writeFile(join(folder, file), '{"engine":');
  const said: string[] = [];
  const memory = openMemory(folder, ({ what, aside }) => said.push(`${what} ${aside}`));
  expect(await memory.read('/app', 'Dockerfile')).toBeNull();
  const [aside = ''] = await readdir(folder);
  expect(said).toEqual([`forecasts ${join(folder, aside)}`]);
  expect(await readFile(join(folder, aside), 'utf8')).toBe('{"engine":');
});

it('nothing is left once all is erased', async () => {
  const folder = await place();
  const memory = openMemory(folder, whole);
  await memory.write('/app', 'Dockerfile', lessons);
  await memory.clear();
  expect(await memory.read('/app', 'Dockerfile')).toBeNull();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});
