/**
 * A Debian package that is installed, and replaces itself: it finds a newer one by itself, downloads it and has dpkg install it, by keys
 * alone. Where packages are installed lies under memory of the sandbox's own: nothing of it reaches the system.
 */
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeFolder, run } from '../support/processes.js';
import { startStage, type Stage } from '../support/stage.js';
import { startUpdateFeed, type UpdateFeed } from '../support/update-feed.js';
import { startPackaged } from './packaged-strata.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const WAIT = { timeout: 90_000, interval: 200 };
/** Wherever dpkg and a package's scripts write. */
const COVERED = ['/opt', '/usr', '/var'];

let work: string;
let stage: Stage;
let feed: UpdateFeed;

beforeAll(async () => {
  if (process.env.STRATA_SANDBOX_DIR === undefined)
    throw new Error('this installs packages: only in the sandbox');
  work = await makeFolder('update');
  feed = await startUpdateFeed();
  stage = await startStage({ display: true });
  for (const folder of COVERED) {
    const [upper, below] = [join(work, `upper${folder}`), join(work, `work${folder}`)];
    await mkdir(upper, { recursive: true });
    await mkdir(below, { recursive: true });
    const layers = `lowerdir=${folder},upperdir=${upper},workdir=${below}`;
    await run('mount', ['-n', '-t', 'overlay', '-o', layers, 'overlay', folder]);
  }
});
afterAll(async () => {
  await stage.stop();
  await feed.stop();
  for (const folder of COVERED.toReversed()) await run('umount', ['-n', '-l', folder]);
  await rm(work, { recursive: true, force: true });
});

const until = (holds: () => Promise<unknown>): Promise<void> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), WAIT);

/** The package that was made, unpacked; with the feed built in, as packages with one have it. */
async function unpack(): Promise<string> {
  const tree = join(work, 'tree');
  const deb = (await readdir(dist)).find((name) => name.endsWith('.deb')) ?? '';
  await run('dpkg-deb', ['--raw-extract', join(dist, deb), tree]);
  const resources = join(tree, 'opt', 'Strata', 'resources');
  extractAll(join(resources, 'app.asar'), join(work, 'app'));
  await writeFile(join(resources, 'package-type'), 'deb');
  return tree;
}

/** Packs the tree as this version. What it depends on is here or not: dpkg alone can't fetch it. */
async function pack(tree: string, version: string): Promise<string> {
  const own = join(work, 'app', 'package.json');
  const strataUpdates = { feed: feed.address, keys: [feed.key] };
  const named = JSON.parse(await readFile(own, 'utf8')) as object;
  await writeFile(own, JSON.stringify({ ...named, version, strataUpdates }));
  const asar = join(tree, 'opt', 'Strata', 'resources', 'app.asar');
  await createPackageWithOptions(join(work, 'app'), asar, { unpack: '**/keytar/prebuilds/**' });
  const control = join(tree, 'DEBIAN', 'control');
  const text = await readFile(control, 'utf8');
  await writeFile(
    control,
    text.replace(/^Depends: .*\n/m, '').replace(/^Version: .*$/m, `Version: ${version}`),
  );
  const deb = join(work, `strata_${version}_amd64.deb`);
  await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', tree, deb]);
  return deb;
}

const installed = (): Promise<string> =>
  run('dpkg-query', ['--show', '--showformat', '${Version}', 'strata']);

it('an installed package finds, downloads and installs a newer one, which runs then', async () => {
  const tree = await unpack();
  await run('dpkg', ['--install', await pack(tree, '0.1.0')]);
  expect(await installed()).toBe('0.1.0');
  const name = 'strata_0.2.0_amd64.deb';
  const newer = await readFile(await pack(tree, '0.2.0'));
  await rm(tree, { recursive: true });
  feed.offer('latest-linux.yml', { version: '0.2.0', packages: { [name]: newer } });

  const home = join(work, 'home');
  const env = { ...stage.env, DOCKER_HOST: stage.engine.host, DOCKER_CONFIG: join(work, 'no-config') };
  const strata = startPackaged({ executable: '/opt/Strata/strata', home, env });
  const logged = async (words: RegExp): Promise<boolean> => words.test(await strata.log());
  const choose = async (words: string): Promise<void> => {
    await strata.press('ctrl+k');
    await strata.type(words);
    await strata.press('Return');
  };
  await until(() => logged(/updates: the channel stable offers 0\.2\.0, newer than what runs/));
  await until(async () => (await strata.title()).includes('Strata'));
  await choose('Download the update');
  await until(() => logged(/updates: downloaded strata_0\.2\.0/));
  expect(await installed()).toBe('0.1.0');

  await choose('Restart and update');
  expect(await strata.ended).toBe(0);
  expect(await installed()).toBe('0.2.0');
  await until(() =>
    logged(/ info Strata 0\.2\.0 on Electron[^]* info updates: updated to 0\.2\.0[^]* info started/),
  );

  const relaunched = await run('pgrep', ['--oldest', '--full', '^/opt/Strata/strata']);
  process.kill(Number(relaunched), 'SIGTERM');
  await until(() => logged(/updated to 0\.2\.0[^]* info stopped/));
  expect(existsSync(join(home, 'profile', '.updaterId'))).toBe(false);
});
