import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { OnDamaged } from '../../files/index.js';
import { lessonsAt } from './lessons.js';
import { nothingLearnt, openForecastMemory, type Lessons } from './memory.js';

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
  await openForecastMemory(folder, whole).change('/app', 'Dockerfile', () => lessons);
  const later = openForecastMemory(folder, whole);
  expect(await later.read('/app', 'Dockerfile')).toEqual(lessons);
  expect(await later.read('/app', 'other.Dockerfile')).toBeNull();
});

it('projects that were not built for longest are let go', async () => {
  const folder = await place();
  const memory = openForecastMemory(folder, whole);
  await memory.change('/first', 'Dockerfile', () => lessons);
  const [first = ''] = await readdir(folder);
  await utimes(join(folder, first), 1, 1);
  for (let at = 0; at < 50; at++) await memory.change(`/app-${at}`, 'Dockerfile', () => lessons);
  const left = await readdir(folder);
  expect(left).toHaveLength(50);
  expect(left).not.toContain(first);
});

it('a damaged file is set aside, not overwritten', async () => {
  const folder = await place();
  await openForecastMemory(folder, whole).change('/app', 'Dockerfile', () => lessons);
  const [file = ''] = await readdir(folder);
  await writeFile(join(folder, file), '{"engine":');
  const said: string[] = [];
  const memory = openForecastMemory(folder, ({ what, aside }) => said.push(`${what} ${aside}`));
  expect(await memory.read('/app', 'Dockerfile')).toBeNull();
  const [aside = ''] = await readdir(folder);
  expect(said).toEqual([`forecasts ${join(folder, aside)}`]);
  expect(await readFile(join(folder, aside), 'utf8')).toBe('{"engine":');
});

it('nothing is left once all is erased', async () => {
  const folder = await place();
  const memory = openForecastMemory(folder, whole);
  await memory.change('/app', 'Dockerfile', () => lessons);
  await memory.clear();
  expect(await memory.read('/app', 'Dockerfile')).toBeNull();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

it('engines that teach at once undo nothing of each other, and what each has in its cache counts there alone', async () => {
  const memory = openForecastMemory(await place(), whole);
  const teach = (engine: string, result: string) =>
    memory.change('/app', 'Dockerfile', (known): Lessons => {
      const at = lessonsAt(known, engine);
      return { ...at, results: [...at.results, [result, result]], times: [...at.times, [result, 1]] };
    });
  await Promise.all([teach('unix:///a', 'one'), teach('ssh://b', 'two'), teach('unix:///a', 'three')]);
  const known = await memory.read('/app', 'Dockerfile');
  expect(known?.times.map(([text]) => text)).toEqual(['one', 'two', 'three']);
  const resultsAt = (engine: string) => lessonsAt(known, engine).results.map(([key]) => key);
  expect(resultsAt('unix:///a')).toEqual(['one', 'three']);
  expect(resultsAt('ssh://b')).toEqual(['two']);
  expect(resultsAt('tcp://c')).toEqual([]);
});
