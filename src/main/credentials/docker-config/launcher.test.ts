import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLauncher } from './launcher.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata launcher-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('passes its words on, whatever stands in the paths', async () => {
  const home = join(folder, "it's $HOME `here`");
  const command = [
    process.execPath,
    '-p',
    'JSON.stringify([process.env.STRATA_HOME, ...process.argv.slice(1)])',
    '--',
  ];
  const launcher = createLauncher({ home, command, environment: {}, platform: 'linux' });
  await launcher.install();
  const said = execFileSync(launcher.path, ['get', 'a b'], {
    env: { PATH: process.env.PATH, ELECTRON_RUN_AS_NODE: '1' },
  });
  expect(JSON.parse(said.toString())).toEqual([home, 'get', 'a b']);
  await createLauncher({ home, command: ['/new/place'], environment: {}, platform: 'linux' }).refresh();
  expect(await readFile(launcher.path, 'utf8')).toContain(`exec '/new/place' "$@"`);
  await launcher.remove();
  await launcher.refresh();
  await expect(readFile(launcher.path)).rejects.toThrow('ENOENT');
});

it('lies where the user’s programs are looked for, if there is such a place', async () => {
  const local = join(folder, '.local', 'bin');
  await mkdir(local, { recursive: true });
  const at = (PATH: string) =>
    createLauncher({
      home: '/home/x/strata',
      command: [],
      environment: { HOME: folder, PATH },
      platform: 'linux',
    }).path;
  expect(at(`/usr/bin:${local}`)).toBe(join(local, 'docker-credential-strata'));
  expect(at('/usr/bin')).toBe('/home/x/strata/bin/docker-credential-strata');
});

it('is a command file on Windows', async () => {
  const launcher = createLauncher({
    ...{ home: folder, command: ['C:\\Program Files\\100%\\Strata.exe'], environment: {}, platform: 'win32' },
  });
  await launcher.install();
  expect(await readFile(launcher.path, 'utf8')).toContain('"C:\\Program Files\\100%%\\Strata.exe" %*');
});
