/** Package managers as they are used in RUN. */
import {
  fetches,
  makes,
  named,
  prepares,
  reader,
  tidies,
  unknown,
  type Deed,
  type Given,
  type Reader,
} from './deed.js';
import { code } from './phrases.js';

/** Of a list of packages so many are named. */
const MOST_PACKAGES = 6;

/** A variable may have held several. */
const installs = (what: string, names: readonly string[]): Deed => {
  const all = names.flatMap((name) => name.split(/\s+/).filter(Boolean));
  return fetches(named('installs', all, MOST_PACKAGES) ?? `installs ${what}`);
};

const removes = ({ operands }: Given): Deed => tidies(named('removes', operands) ?? 'removes packages');

/** The verbs that the package managers of distributions share. */
function system(given: Given): Deed {
  switch (given.verb) {
    case 'install':
    case 'add':
    case 'in':
    case 'localinstall':
    case 'reinstall':
      return installs('packages', given.operands);
    case 'groupinstall':
      return fetches(named('installs the group', given.operands) ?? 'installs groups of packages');
    case 'build-dep':
      return fetches(
        named('installs what it takes to build', given.operands) ?? 'installs what a build takes',
      );
    case 'makecache':
    case 'refresh':
      return prepares('reads which packages there are');
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
    case 'dup':
      return fetches('brings the installed packages up to date');
    case 'remove':
    case 'purge':
    case 'erase':
    case 'del':
      return removes(given);
    case 'autoremove':
      return tidies('removes packages that nothing needs');
    case 'clean':
    case 'autoclean':
    case 'dist-clean':
    case 'distclean':
      return tidies('empties the package cache');
    default:
      return unknown(given.command);
  }
}

const READS_LISTS = prepares('reads which packages there are');

const apt = reader(
  (given) =>
    given.verb === 'update'
      ? READS_LISTS
      : given.verb === 'remove' && given.has('auto-remove')
        ? removes(given)
        : system(given),
  't target-release default-release o option c config-file',
);
const apk = reader(
  (given) => (given.verb === 'update' ? READS_LISTS : system(given)),
  't virtual X repository p root',
);
const rpm = reader(
  (given) =>
    given.verb === 'update' || given.verb === 'up'
      ? given.operands.length > 0
        ? installs('packages', given.operands)
        : fetches('brings the installed packages up to date')
      : system(given),
  'c config',
);

const pacman = reader((given) => {
  const { words } = given;
  if (given.has('S', 'sync') && words.length > 0) return installs('packages', words);
  if (given.has('u', 'sysupgrade')) return fetches('brings the installed packages up to date');
  return given.has('c', 'clean') ? tidies('empties the package cache') : unknown(given.command);
});

function node(given: Given): Deed {
  const { verb, command, operands } = given;
  const omitted = given.flag('omit', 'only');
  const isLean =
    given.has('production', 'prod', 'P') ||
    omitted === 'dev' ||
    omitted === 'prod' ||
    omitted === 'production';
  const without = isLean ? ', without those for development' : '';
  if (verb === 'ci' || given.has('frozen-lockfile', 'immutable'))
    return fetches(`installs the packages exactly as the lock file names them${without}`);
  const isInstall = ['install', 'i', 'add'].includes(verb) || (verb === '' && command.name === 'yarn');
  if (isInstall || verb === 'global') {
    const names = verb === 'global' ? operands.slice(1) : operands;
    const where = verb === 'global' || given.has('g', 'global') ? ' for every project' : '';
    if (names.length > 0) return fetches(`${installs('packages', names).text}${where}`);
    return fetches(`installs the packages that ${code('package.json')} names${without}`);
  }
  if (verb === 'prune')
    return tidies(`removes the packages that aren’t needed${without === '' ? '' : ' to run it'}`);
  if (verb === 'cache') return tidies('empties the package cache');
  if (verb === 'run' && operands[0] !== undefined)
    return makes(`runs the project’s script ${code(operands[0])}`);
  return verb === 'build' || verb === 'test' || verb === 'start'
    ? makes(`runs the project’s script ${code(verb)}`)
    : unknown(command);
}
const npm = reader(node, 'prefix C cwd registry w workspace omit only loglevel cache-folder filter');

const pip = reader((given) => {
  const { verb, command, operands } = given;
  if (verb !== 'install') return verb === 'cache' ? tidies('empties the package cache') : unknown(command);
  const file = given.flag('r', 'requirement');
  if (file !== null && file !== '') return fetches(`installs the Python packages that ${code(file)} names`);
  const isHere = [...operands, given.flag('e', 'editable') ?? ''].some((name) => /^\.(?:\/|\[|$)/.test(name));
  return isHere
    ? fetches('installs the Python project of this folder')
    : installs('Python packages', operands);
}, 'r requirement c constraint i index-url extra-index-url e editable t target f find-links trusted-host');

const poetry = reader(({ verb, command }) =>
  verb === 'install' || verb === 'sync'
    ? fetches('installs the Python packages that the project names')
    : unknown(command),
);

const gem = reader(
  (given) => (given.verb === 'install' ? installs('gems', given.operands) : unknown(given.command)),
  'v version',
);
const bundle = reader(
  ({ verb, command }) =>
    verb === 'install' || verb === ''
      ? fetches(`installs the gems that ${code('Gemfile')} names`)
      : unknown(command),
  'jobs j path without',
);
const composer = reader(({ verb, command, operands }) => {
  if (verb === 'install') return fetches(`installs the PHP packages that ${code('composer.json')} names`);
  return verb === 'require' ? installs('PHP packages', operands) : unknown(command);
});

export const PACKAGE_MANAGERS: Readonly<Record<string, Reader>> = {
  apt,
  'apt-get': apt,
  aptitude: apt,
  apk,
  yum: rpm,
  dnf: rpm,
  microdnf: rpm,
  tdnf: rpm,
  zypper: rpm,
  pacman,
  npm,
  yarn: npm,
  pnpm: npm,
  bun: npm,
  pip,
  pip3: pip,
  poetry,
  gem,
  bundle,
  composer,
};
