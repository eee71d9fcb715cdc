/** Package managers as they are used in RUN. */
import { say } from '../../words/index.js';
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
import { code, yes } from './phrases.js';

/** Of a list of packages so many are named. */
const MOST_PACKAGES = 6;

type Unnamed = 'packages' | 'everywhere' | 'python' | 'gems' | 'php';

/** A variable may have held several. */
const installs = (what: Unnamed, names: readonly string[]): Deed => {
  const all = names.flatMap((name) => name.split(/\s+/).filter(Boolean));
  const doing = what === 'everywhere' ? 'deeds.of.installsEverywhere' : 'deeds.of.installs';
  return fetches(named(doing, all, MOST_PACKAGES) ?? say(`deeds.installs.${what}`));
};

const removes = ({ operands }: Given): Deed =>
  tidies(named('deeds.of.removes', operands) ?? say('deeds.packages.remove'));
const updates = (): Deed => fetches(say('deeds.packages.update'));
const emptiesCache = (): Deed => tidies(say('deeds.packages.cache'));

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
      return fetches(named('deeds.of.installsGroup', given.operands) ?? say('deeds.installs.groups'));
    case 'build-dep':
      return fetches(named('deeds.of.installsForBuild', given.operands) ?? say('deeds.installs.forBuild'));
    case 'makecache':
    case 'refresh':
      return readsLists();
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
    case 'dup':
      return updates();
    case 'remove':
    case 'purge':
    case 'erase':
    case 'del':
      return removes(given);
    case 'autoremove':
      return tidies(say('deeds.packages.unneeded'));
    case 'clean':
    case 'autoclean':
    case 'dist-clean':
    case 'distclean':
      return emptiesCache();
    default:
      return unknown(given.command);
  }
}

const readsLists = (): Deed => prepares(say('deeds.packages.lists'));

const apt = reader(
  (given) =>
    given.verb === 'update'
      ? readsLists()
      : given.verb === 'remove' && given.has('auto-remove')
        ? removes(given)
        : system(given),
  't target-release default-release o option c config-file',
);
const apk = reader(
  (given) => (given.verb === 'update' ? readsLists() : system(given)),
  't virtual X repository p root',
);
const rpm = reader(
  (given) =>
    given.verb === 'update' || given.verb === 'up'
      ? given.operands.length > 0
        ? installs('packages', given.operands)
        : updates()
      : system(given),
  'c config',
);

const pacman = reader((given) => {
  const { words } = given;
  if (given.has('S', 'sync') && words.length > 0) return installs('packages', words);
  if (given.has('u', 'sysupgrade')) return updates();
  return given.has('c', 'clean') ? emptiesCache() : unknown(given.command);
});

function node(given: Given): Deed {
  const { verb, command, operands } = given;
  const omitted = given.flag('omit', 'only');
  const isLean =
    given.has('production', 'prod', 'P') ||
    omitted === 'dev' ||
    omitted === 'prod' ||
    omitted === 'production';
  const lean = { isLean: yes(isLean) };
  if (verb === 'ci' || given.has('frozen-lockfile', 'immutable'))
    return fetches(say('deeds.installs.locked', lean));
  const isInstall = ['install', 'i', 'add'].includes(verb) || (verb === '' && command.name === 'yarn');
  if (isInstall || verb === 'global') {
    const names = verb === 'global' ? operands.slice(1) : operands;
    const isForAll = verb === 'global' || given.has('g', 'global');
    if (names.length > 0) return installs(isForAll ? 'everywhere' : 'packages', names);
    return fetches(say('deeds.installs.project', lean));
  }
  if (verb === 'prune') return tidies(say(isLean ? 'deeds.packages.pruneLean' : 'deeds.packages.prune'));
  if (verb === 'cache') return emptiesCache();
  if (verb === 'run' && operands[0] !== undefined)
    return makes(say('deeds.packages.script', { name: code(operands[0]) }));
  return verb === 'build' || verb === 'test' || verb === 'start'
    ? makes(say('deeds.packages.script', { name: code(verb) }))
    : unknown(command);
}
const npm = reader(node, 'prefix C cwd registry w workspace omit only loglevel cache-folder filter');

const pip = reader((given) => {
  const { verb, command, operands } = given;
  if (verb !== 'install') return verb === 'cache' ? emptiesCache() : unknown(command);
  const file = given.flag('r', 'requirement');
  if (file !== null && file !== '') return fetches(say('deeds.installs.pythonFile', { file: code(file) }));
  const isHere = [...operands, given.flag('e', 'editable') ?? ''].some((name) => /^\.(?:\/|\[|$)/.test(name));
  return isHere ? fetches(say('deeds.installs.pythonHere')) : installs('python', operands);
}, 'r requirement c constraint i index-url extra-index-url e editable t target f find-links trusted-host');

const poetry = reader(({ verb, command }) =>
  verb === 'install' || verb === 'sync' ? fetches(say('deeds.installs.pythonProject')) : unknown(command),
);

const gem = reader(
  (given) => (given.verb === 'install' ? installs('gems', given.operands) : unknown(given.command)),
  'v version',
);
const bundle = reader(
  ({ verb, command }) =>
    verb === 'install' || verb === '' ? fetches(say('deeds.installs.gemfile')) : unknown(command),
  'jobs j path without',
);
const composer = reader(({ verb, command, operands }) => {
  if (verb === 'install') return fetches(say('deeds.installs.composer'));
  return verb === 'require' ? installs('php', operands) : unknown(command);
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
