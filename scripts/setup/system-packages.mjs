/** What Strata needs from the system on Linux: libraries to run, and real parts to be tested with. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, say } from './print.mjs';
import { aside, output, run } from './run.mjs';

/**
 * `has` is how its presence is told: a shared library's name, a program, or a file. `apt` lists Debian's name and, where
 * another system or release calls it otherwise, that one too; `dnf` and `pacman` are Fedora's and Arch's names.
 * @typedef {{ library: string } | { program: string } | { file: string, or?: string }} Has
 * @typedef {{ apt: readonly string[], dnf: string, pacman: string, has: Has, why: string }} Need
 */

/** @param {readonly string[]} apt @param {string} dnf @param {string} pacman @param {Has} has @param {string} why @returns {Need} */
function need(apt, dnf, pacman, has, why) {
  return { apt, dnf, pacman, has, why };
}

/** @type {readonly Need[]} */
const toRun = [
  need(['libgtk-3-0', 'libgtk-3-0t64'], 'gtk3', 'gtk3', { library: 'libgtk-3.so.0' }, 'windows'),
  need(['libnss3'], 'nss', 'nss', { library: 'libnss3.so' }, 'Electron'),
  need(['libasound2', 'libasound2t64'], 'alsa-lib', 'alsa-lib', { library: 'libasound.so.2' }, 'Electron'),
  need(['libgbm1'], 'mesa-libgbm', 'mesa', { library: 'libgbm.so.1' }, 'Electron'),
  need(['libxss1'], 'libXScrnSaver', 'libxss', { library: 'libXss.so.1' }, 'Electron'),
  need(
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    'at-spi2-atk',
    'at-spi2-core',
    { library: 'libatk-bridge-2.0.so.0' },
    'assistive technology',
  ),
  need(['libdrm2'], 'libdrm', 'libdrm', { library: 'libdrm.so.2' }, 'Electron'),
  need(['libxshmfence1'], 'libxshmfence', 'libxshmfence', { library: 'libxshmfence.so.1' }, 'Electron'),
  need(['libnotify4'], 'libnotify', 'libnotify', { library: 'libnotify.so.4' }, 'notifications'),
  need(['libsecret-1-0'], 'libsecret', 'libsecret', { library: 'libsecret-1.so.0' }, 'the keychain'),
  need(['unzip'], 'unzip', 'unzip', { program: 'unzip' }, 'unpacking Electron'),
];

/** An engine and a registry of the run's own, which only root can start, and only Debian packages whole. */
const toOwnEngine = [
  need(['docker.io', 'docker-ce'], 'moby-engine', 'docker', { program: 'dockerd' }, 'a private engine'),
  need(['iptables'], 'iptables', 'iptables', { program: 'iptables' }, "the engine's network"),
  need(['iproute2'], 'iproute', 'iproute2', { program: 'ip' }, 'a private network'),
  need(['docker-registry'], '', '', { program: 'docker-registry' }, 'a private registry'),
  need(['openssh-server'], 'openssh-server', 'openssh', { program: 'sshd' }, 'an engine over ssh'),
  need(['podman'], 'podman', 'podman', { program: 'podman' }, 'another engine than docker’s'),
  need(['netavark'], 'netavark', 'netavark', { file: '/usr/lib/podman/netavark' }, "that engine's network"),
];

/** @type {readonly Need[]} */
const toTest = [
  need(['xvfb'], 'xorg-x11-server-Xvfb', 'xorg-server-xvfb', { program: 'Xvfb' }, 'a virtual display'),
  need(
    ['fonts-liberation'],
    'liberation-fonts',
    'ttf-liberation',
    { file: '/usr/share/fonts/truetype/liberation', or: '/usr/share/fonts/liberation' },
    'text in pictures',
  ),
  need(
    ['docker-cli', 'docker.io', 'docker-ce-cli'],
    'docker-cli',
    'docker',
    { program: 'docker' },
    'the docker CLI, to compare with',
  ),
  need(['apache2-utils'], 'httpd-tools', 'apache', { program: 'htpasswd' }, 'registry accounts'),
  need(
    ['busybox-static'],
    'busybox',
    'busybox',
    { file: '/usr/share/doc/busybox-static', or: '/usr/share/doc/busybox' },
    'base images without internet',
  ),
  need(['openssh-client'], 'openssh-clients', 'openssh', { program: 'ssh-agent' }, 'an ssh agent'),
  need(['dbus'], 'dbus-daemon', 'dbus', { program: 'dbus-daemon' }, 'a private session bus'),
  need(
    ['gnome-keyring'],
    'gnome-keyring',
    'gnome-keyring',
    { program: 'gnome-keyring-daemon' },
    'a private keyring',
  ),
  need(
    ['libsecret-tools'],
    'libsecret',
    'libsecret',
    { program: 'secret-tool' },
    'looking into that keyring',
  ),
  need(['xdotool'], 'xdotool', 'xdotool', { program: 'xdotool' }, 'keys for a packaged app'),
  need(['openssl'], 'openssl', 'openssl', { program: 'openssl' }, 'certificates for test servers'),
  need(['procps'], 'procps-ng', 'procps-ng', { program: 'ps' }, 'proof that nothing is left running'),
];

/** @typedef {'run' | 'test'} Purpose */

/**
 * Sees to it that what `purpose` needs is installed. On Debian as root it installs, naming each package first;
 * elsewhere it prints the command and exits with 1. macOS and Windows bring everything that running needs.
 * @param {Purpose} purpose
 */
export async function ensureSystemPackages(purpose) {
  if (process.platform !== 'linux') return;
  const asRoot = process.getuid?.() === 0;
  const missing = missingOf(needsOf(purpose, asRoot));
  if (missing.length === 0) return;

  const named = missing.map((need) => `  ${need.apt[0]} (${need.why})`).join('\n');
  if (!isDebian() || !asRoot) {
    giveUp(
      `these are missing:\n${named}\nRun this, then start again:\n  ${installCommand(missing, packageManager())}`,
    );
  }
  say(`installing these Debian packages:\n${named}`);
  await install(missing);
  const still = missingOf(missing);
  if (still.length > 0)
    giveUp(`still missing after the installation: ${still.map((need) => need.apt[0]).join(', ')}.`);
}

/** Without root the engine at DOCKER_HOST serves the tests, so none has to be installed. @param {Purpose} purpose @param {boolean} asRoot */
function needsOf(purpose, asRoot) {
  if (purpose === 'run' && !needsDisplay()) return toRun;
  return asRoot ? [...toRun, ...toTest, ...toOwnEngine] : [...toRun, ...toTest];
}

/** @returns {'apt' | 'dnf' | 'pacman'} */
function packageManager() {
  if (isDebian()) return 'apt';
  return output('pacman', ['--version']) === null ? 'dnf' : 'pacman';
}

/**
 * The line that installs what is missing. @param {readonly Need[]} missing @param {'apt' | 'dnf' | 'pacman'} manager
 * @param {(name: string) => boolean} [isKnown] to apt
 */
export function installCommand(missing, manager, isKnown) {
  if (manager === 'apt') {
    const names = [...packagesOf(missing, isKnown)].join(' ');
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
  }
  const names = [...new Set(missing.map((one) => one[manager]).filter(Boolean))].join(' ');
  return manager === 'dnf' ? `sudo dnf install -y ${names}` : `sudo pacman -S --needed ${names}`;
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
    return ![has.file, has.or].some((file) => file !== undefined && existsSync(file));
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
