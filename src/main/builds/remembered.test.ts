import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildOptions } from '../../shared/contract/build-options.js';
import type { OnDamaged } from '../files/index.js';
import { openRememberedBuilds } from './remembered.js';

const whole: OnDamaged = ({ aside }) => {
  throw new Error(`damaged: ${aside}`);
};

async function place(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-remembered-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, file: join(folder, 'projects.json') };
}

const options = (folder: string, value = 'x') =>
  buildOptions.parse({
    folder,
    dockerfile: 'Dockerfile',
    imageName: 'app',
    arguments: [
      { name: 'VERSION', value },
      { name: 'API_TOKEN', value: 'hidden' },
    ],
    ignoreCache: true,
    pullBase: false,
  });

it('a project opens as it was last built, also after a restart', async () => {
  const { file } = await place();
  const first = openRememberedBuilds(file, whole);
  await Promise.all([first.keep(options('/a')), first.keep(options('/b')), first.keep(options('/a', 'y'))]);
  const later = openRememberedBuilds(file, whole);
  expect(await later.get('/a')).toMatchObject({
    ignoreCache: true,
    arguments: [{ name: 'VERSION', value: 'y' }],
  });
  expect(await later.get('/b')).toMatchObject({ arguments: [{ name: 'VERSION', value: 'x' }] });
  expect(await later.get('/c')).toBeNull();
  expect(await readFile(file, 'utf8')).not.toContain('hidden');
});

it('a damaged file is set aside, not overwritten', async () => {
  const { folder, file } = await place();
  await writeFile(file, '{ "builds": [');
  const said: string[] = [];
  const remembered = openRememberedBuilds(file, ({ what, aside }) => said.push(`${what} ${aside}`));
  expect(await remembered.get('/a')).toBeNull();
  await remembered.keep(options('/a'));
  const aside = (await readdir(folder)).find((name) => name.includes('damaged'));
  expect(said).toEqual([`projects ${join(folder, aside ?? '')}`]);
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{ "builds": [');
});

it('an entry of another version is left out, and the others stay', async () => {
  const { file } = await place();
  await writeFile(file, JSON.stringify({ builds: [{ folder: 7 }, options('/b')] }));
  expect(await openRememberedBuilds(file, whole).get('/b')).not.toBeNull();
});
