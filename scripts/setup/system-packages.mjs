/** What Strata needs from the system on Linux: libraries to run, and real parts to be tested with. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, say } from './print.mjs';
import { aside, output, run } from './run.mjs';

/**
 * `has` is how its presence is told: a shared library's name, a program, or a file.
 * `apt` lists Debian's name and, where Ubuntu renamed it, that one too.
 * @typedef {{ apt: readonly string[], has: { library: string } | { program: string } | { file: string }, why: string }} Need
 */

/** @type {readonly Need[]} */
const toRun = [
  { apt: ['libgtk-3-0', 'libgtk-3-0t64'], has: { library: 'libgtk-3.so.0' }, why: 'windows' },
  { apt: ['libnss3'], has: { library: 'libnss3.so' }, why: 'Electron' },
  { apt: ['libasound2', 'libasound2t64'], has: { library: 'libasound.so.2' }, why: 'Electron' },
  { apt: ['libgbm1'], has: { library: 'libgbm.so.1' }, why: 'Electron' },
  { apt: ['libxss1'], has: { library: 'libXss.so.1' }, why: 'Electron' },
  {
    apt: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    has: { library: 'libatk-bridge-2.0.so.0' },
    why: 'assistive technology',
  },
  { apt: ['libdrm2'], has: { library: 'libdrm.so.2' }, why: 'Electron' },
  { apt: ['libxshmfence1'], has: { library: 'libxshmfence.so.1' }, why: 'Electron' },
  { apt: ['libnotify4'], has: { library: 'libnotify.so.4' }, why: 'notifications' },
  { apt: ['libsecret-1-0'], has: { library: 'libsecret-1.so.0' }, why: 'the keychain' },
  { apt: ['unzip'], has: { program: 'unzip' }, why: 'unpacking Electron' },
];

/** @type {readonly Need[]} */
const toShowWithoutDisplay = [
  { apt: ['xvfb'], has: { program: 'Xvfb' }, why: 'a virtual display' },
  {
    apt: ['fonts-liberation'],
    has: { file: '/usr/share/fonts/truetype/liberation' },
    why: 'text in pictures',
  },
];

/** @type {readonly Need[]} */
const toTest = [
  ...toShowWithoutDisplay,
  { apt: ['docker.io', 'docker-ce'], has: { program: 'dockerd' }, why: 'a private engine' },
  {
    apt: ['docker-cli', 'docker.io', 'docker-ce-cli'],
    has: { program: 'docker' },
    why: 'the docker CLI, to compare with',
  },
  { apt: ['iptables'], has: { program: 'iptables' }, why: "the engine's network" },
  { apt: ['iproute2'], has: { program: 'ip' }, why: 'a private network' },
  { apt: ['docker-registry'], has: { program: 'docker-registry' }, why: 'a private registry' },
  { apt: ['apache2-utils'], has: { program: 'htpasswd' }, why: 'registry accounts' },
  {
    apt: ['busybox-static'],
    has: { file: '/usr/share/doc/busybox-static' },
    why: 'base images without internet',
  },
  { apt: ['dbus'], has: { program: 'dbus-daemon' }, why: 'a private session bus' },
  { apt: ['gnome-keyring'], has: { program: 'gnome-keyring-daemon' }, why: 'a private keyring' },
  { apt: ['libsecret-tools'], has: { program: 'secret-tool' }, why: 'looking into that keyring' },
  { apt: ['openssl'], has: { program: 'openssl' }, why: 'certificates for test servers' },
  { apt: ['procps'], has: { program: 'ps' }, why: 'proof that nothing is left running' },
];

/** @typedef {'run' | 'test'} Purpose */

/**
 * Sees to it that what `purpose` needs is installed. On Debian as root it installs, naming each package first;
 * elsewhere it prints the command and exits with 1. macOS and Windows bring everything that running needs.
 * @param {Purpose} purpose
 */
export async function ensureSystemPackages(purpose) {
  if (process.platform !== 'linux') return;
  const needs = purpose === 'test' ? [...toRun, ...toTest] : needsDisplay() ? [...toRun, ...toTest] : toRun;
  const missing = missingOf(needs);
  if (missing.length === 0) return;

  const named = missing.map((need) => `  ${need.apt[0]} (${need.why})`).join('\n');
  if (!isDebian())
    giveUp(`these are missing:\n${named}\nInstall them with your package manager, then run this again.`);
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install -y --no-install-recommends ${[...packagesOf(missing)].join(' ')}`;
    giveUp(`these are missing:\n${named}\nRun this, then start again:\n  ${command}`);
  }
  say(`installing these Debian packages:\n${named}`);
  await install(missing);
  const still = missingOf(missing);
  if (still.length > 0)
    giveUp(`still missing after the installation: ${still.map((need) => need.apt[0]).join(', ')}.`);
}

/** A Linux without any display runs the tour instead, which needs the same parts as the tests. */
export const needsDisplay = () =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/** @param {readonly Need[]} needs */
function missingOf(needs) {
  const libraries = output('/sbin/ldconfig', ['-p']) ?? output('ldconfig', ['-p']) ?? '';
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return needs.filter(({ has }) => {
    if ('library' in has) return !libraries.includes(`\t${has.library} `);
    if ('program' in has) return !folders.some((folder) => existsSync(join(folder, has.program)));
    return !existsSync(has.file);
  });
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly Need[]} needs */
async function install(needs) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env, stdio: aside });
  if (update !== 0) giveUp(`apt-get update failed with exit code ${update}.`);
  const code = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packagesOf(needs)],
    {
      env,
      stdio: aside,
    },
  );
  if (code !== 0)
    giveUp(`apt-get install failed with exit code ${code}. Mend what it says above, then run this again.`);
}

/** What to name to apt for `needs`, each once. @param {readonly Need[]} needs @param {(name: string) => boolean} isKnown */
export const packagesOf = (needs, isKnown = isKnownToApt) =>
  new Set(needs.map((need) => need.apt.find(isKnown) ?? need.apt[0] ?? ''));

/** A name that apt only provides through another package doesn't count: it may stand for several. @param {string} name */
const isKnownToApt = (name) => output('apt-cache', ['show', '--no-all-versions', name]) !== null;
