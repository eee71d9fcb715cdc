/** The packages as somebody installs them: what is in them, and the main job's steps by keys alone, with production fuses. */
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFreePort, makeFolder, run } from '../support/processes.js';
import { startStage, type Stage } from '../support/stage.js';
import { startPackaged, type PackagedStrata } from './packaged-strata.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
/** As they stand in the executable (@electron/fuses, FuseState). */
const [ON, OFF] = ['1', '0'].map((letter) => letter.charCodeAt(0));
const MOST_APP_BYTES = 25_000_000;
const WAIT = { timeout: 30_000, interval: 100 };

let work: string;
let stage: Stage;
const started: PackagedStrata[] = [];
/** Where each form has its executable. */
const forms: Record<string, string> = { dir: join(dist, 'linux-unpacked', 'strata') };

beforeAll(async () => {
  work = await makeFolder('package');
  const deb = (await readdir(dist)).find((name) => name.endsWith('.deb')) ?? '';
  const installed = join(work, 'installed');
  await run('dpkg-deb', ['--extract', join(dist, deb), installed]);
  forms.deb = join(installed, 'opt', 'Strata', 'strata');
  stage = await startStage({ keyring: true, display: true });
});
afterAll(async () => {
  for (const strata of started) await strata.stop();
  await stage.stop();
  await rm(work, { recursive: true, force: true });
});

const start = (...args: Parameters<typeof startPackaged>): PackagedStrata => {
  const strata = startPackaged(...args);
  started.push(strata);
  return strata;
};
const until = (holds: () => Promise<unknown>): Promise<void> =>
  vi.waitFor(async () => expect(await holds()).toBeTruthy(), WAIT);

describe('what is in a package', () => {
  it('is what runs, and not more than it may be', async () => {
    const resources = join(dist, 'linux-unpacked', 'resources');
    expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    expect(files).toContain('/out/main/start.js');
    const others = files.filter(
      (file) =>
        !/^\/(?:out\/(?:main|preload|renderer)|node_modules\/keytar|package\.json$)|^\/(?:out|node_modules)$/.test(
          file,
        ),
    );
    expect(others).toEqual([]);
    const prebuilds = await readdir(join(resources, 'app.asar.unpacked/node_modules/keytar/prebuilds'));
    expect(prebuilds).toEqual([`linux-${process.arch}`]);
    const { size } = await stat(join(resources, 'app.asar'));
    console.log(`app code: ${(size / 1e6).toFixed(1)} MB, limit ${MOST_APP_BYTES / 1e6} MB`);
    expect(size).toBeLessThan(MOST_APP_BYTES);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(forms.dir ?? '');
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of on) expect(wire[fuse]).toBe(ON);
    for (const fuse of off) expect(wire[fuse]).toBe(OFF);
  });

  it('has what a desktop needs to offer it for folders, Dockerfiles and archives', async () => {
    const folder = join(work, 'installed', 'usr', 'share');
    const entry = await readFile(join(folder, 'applications', 'strata.desktop'), 'utf8');
    expect(entry).toMatch(/^Exec=\/opt\/Strata\/strata %[UF]$/m);
    expect(entry).toMatch(/^MimeType=.*inode\/directory.*text\/x-dockerfile.*application\/x-tar/m);
    for (const size of [16, 48, 256, 512])
      expect(existsSync(join(folder, `icons/hicolor/${size}x${size}/apps/strata.png`))).toBe(true);
  });
});

describe.each(['dir', 'deb'])('the %s package', (form) => {
  it('keeps logins in the keyring, finds the engine and builds a folder by keys alone', async () => {
    const home = join(work, `home-${form}`);
    // The image is named after its folder.
    const project = join(work, `hello-${form}`);
    await cp(join(root, 'tests/fixtures/projects/hello-web'), project, { recursive: true });
    const executable = forms[form] ?? '';
    const env = { ...stage.env, DOCKER_HOST: stage.engine.host, DOCKER_CONFIG: join(work, 'no-config') };
    const attributes = { service: 'strata:registry.invalid', account: 'ada' };
    const kept = async (): Promise<unknown> => stage.keyring?.search(attributes);

    // As docker's credential helper, it keeps a login by the keytar in its own package.
    const login = { ServerURL: 'https://registry.invalid', Username: 'ada', Secret: 'c4nary' };
    const helper = ['--no-sandbox', '--ozone-platform=headless', '--credential-helper', 'store'];
    const { PATH = '', HOME = '' } = process.env;
    const helperEnv = { PATH, HOME, STRATA_HOME: home, ...env };
    await run(executable, helper, { env: helperEnv, input: JSON.stringify(login) });
    expect(await kept()).toBeDefined();
    // One until Strata quits that was left behind goes at the next start, by the keytar of the keychain's own process.
    const index = join(home, 'logins.json');
    await writeFile(index, (await readFile(index, 'utf8')).replace('"ends": null', '"ends": "quit"'));

    const strata = start({ executable, home, env, words: [project] });
    await until(async () => (await kept()) === undefined);
    await until(async () => / info engine \w+ \d+\./.test(await strata.log()));
    await until(async () => (await strata.title()).startsWith('Build'));

    await strata.press('ctrl+b');
    await until(() => stage.engine.docker(['image', 'inspect', `hello-${form}:latest`]).catch(() => ''));

    expect(await strata.stop()).toBe(0);
    expect(await strata.log()).toContain(' info stopped');
  });
});

it('a package listens to no debugger', async () => {
  const port = await findFreePort();
  const home = join(work, 'home-debug');
  const env = { ...stage.env, DOCKER_HOST: stage.engine.host };
  const words = [`--remote-debugging-port=${port}`, `--inspect=${port}`];
  const strata = start({ executable: forms.dir ?? '', home, env, words });
  await until(async () => / info engine \w+ \d+\./.test(await strata.log()));
  // Free still: nobody has taken it.
  await new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
  await strata.stop();
});
