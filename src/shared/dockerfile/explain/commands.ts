/** Commands that are common in RUN, each in a few words: “installs `tini`”. One that isn't known is named as it is. */
import { flagValue, hasFlag, plainArguments, type Valued } from '../shell/arguments.js';
import type { ShellCommand } from '../shell/script.js';
import { code, list } from './phrases.js';

type Deed = (command: ShellCommand, shown: (text: string) => string) => string | null;

const set = (...names: readonly string[]): Valued => new Set(names);

/** Plain arguments from the second on: those after `install`. */
const operands = (command: ShellCommand, valued: Valued = set()): readonly string[] =>
  plainArguments(command, valued)
    .slice(1)
    .map(({ text }) => text);

const verb = (command: ShellCommand, valued: Valued = set()): string =>
  plainArguments(command, valued)[0]?.text ?? '';

const values = (command: ShellCommand, valued: Valued = set()): readonly string[] =>
  plainArguments(command, valued).map(({ text }) => text);

const packages = (what: string, names: readonly string[]): string =>
  names.length === 0 ? `installs ${what}` : `installs ${list(names.map(code), 6)}`;

const APT = set('t', 'target-release', 'o', 'option', 'c');
const apt: Deed = (command, shown) => {
  switch (verb(command, APT)) {
    case 'update':
      return 'reads which packages there are';
    case 'install':
      return packages('packages', operands(command, APT).map(shown));
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      return 'brings the installed packages up to date';
    case 'remove':
    case 'purge':
      return `removes ${list(operands(command, APT).map(code))}`;
    case 'autoremove':
      return 'removes packages that nothing needs';
    case 'clean':
      return 'empties the package cache';
    default:
      return plain(command);
  }
};

const apk: Deed = (command, shown) => {
  const valued = set('t', 'virtual', 'X', 'repository', 'p', 'root');
  if (verb(command, valued) === 'add') return packages('packages', operands(command, valued).map(shown));
  if (verb(command, valued) === 'del') return `removes ${list(operands(command, valued).map(code))}`;
  if (verb(command, valued) === 'update') return 'reads which packages there are';
  return verb(command, valued) === 'upgrade' ? 'brings the installed packages up to date' : plain(command);
};

const rpm: Deed = (command, shown) => {
  const what = verb(command);
  if (what === 'install') return packages('packages', operands(command).map(shown));
  if (what === 'clean') return 'empties the package cache';
  if (what === 'update' || what === 'upgrade') return 'brings the installed packages up to date';
  return what === 'remove' || what === 'erase'
    ? `removes ${list(operands(command).map(code))}`
    : plain(command);
};

const node: Deed = (command, shown) => {
  const what = verb(command);
  const leavesOut = hasFlag(command, ['production']) || flagValue(command, ['omit', 'only']) !== null;
  const without = leavesOut ? ', without those for development' : '';
  if (what === 'ci' || hasFlag(command, ['frozen-lockfile', 'immutable']))
    return `installs the packages exactly as the lock file names them${without}`;
  if (what === 'install' || what === 'i' || what === 'add' || (what === '' && command.name === 'yarn')) {
    const names = operands(command).map(shown);
    const where = hasFlag(command, ['g', 'global']) ? ' for every user' : '';
    return names.length === 0
      ? `installs the packages that ${code('package.json')} names${without}`
      : `${packages('', names)}${where}`;
  }
  if (what === 'run') return `runs the project’s script ${code(operands(command)[0] ?? '')}`;
  if (what === 'cache') return 'empties the package cache';
  return what === 'build' || what === 'test' ? `runs the project’s script ${code(what)}` : plain(command);
};

const pip: Deed = (command, shown) => {
  if (verb(command) !== 'install') return plain(command);
  const valued = set('r', 'requirement', 'c', 'constraint', 'i', 'index-url', 'e', 'editable', 't', 'target');
  const file = flagValue(command, ['r', 'requirement']);
  if (file !== null) return `installs the Python packages that ${code(shown(file))} names`;
  return packages('Python packages', operands(command, valued).map(shown));
};

const go: Deed = (command) => {
  const what = verb(command, set('o', 'ldflags', 'tags', 'mod'));
  if (what === 'build' || what === 'install') return 'compiles the Go program';
  if (what === 'mod') return 'downloads the Go modules';
  return what === 'test' ? 'runs the Go tests' : plain(command);
};

const cargo: Deed = (command) => {
  const what = verb(command);
  if (what === 'build') return 'compiles the Rust program';
  if (what === 'fetch') return 'downloads the crates';
  return what === 'install' ? packages('crates', operands(command)) : plain(command);
};

const fetch: Deed = (command, shown) => {
  const url = values(command, set('o', 'output', 'O', 'H', 'header', 'd', 'X', 'u', 'A', 'e', 'P')).find(
    (one) => /[:/.]/.test(one),
  );
  return url === undefined ? plain(command) : `downloads ${code(shown(url))}`;
};

const remove: Deed = (command, shown) => {
  const paths = values(command).map(shown);
  if (paths.length > 0 && paths.every((path) => path.startsWith('/var/lib/apt/lists')))
    return 'deletes the package lists';
  if (paths.length > 0 && paths.every((path) => /^\/(?:var\/cache|root\/\.cache|tmp|var\/tmp)\b/.test(path)))
    return 'deletes caches and temporary files';
  return `deletes ${list(paths.map(code))}`;
};

const link: Deed = (command, shown) => {
  const [target, name] = values(command).map(shown);
  if (target === undefined || name === undefined) return plain(command);
  if (target === '/dev/stdout') return `sends ${code(name)} to the container’s output`;
  if (target === '/dev/stderr') return `sends ${code(name)} to the container’s error output`;
  return `lets ${code(name)} lead to ${code(target)}`;
};

const user: Deed = (command, shown) => {
  const name = values(
    command,
    set('u', 'uid', 'g', 'gid', 'G', 's', 'shell', 'h', 'd', 'home-dir', 'c', 'ingroup'),
  ).map(shown);
  const what = command.name.includes('group') ? 'the group' : 'the user';
  return `makes ${what} ${code((command.name.startsWith('add') ? name[0] : name.at(-1)) ?? '')}`;
};

const folders: Deed = (command, shown) =>
  `makes ${list(values(command, set('m', 'mode')).map((path) => code(shown(path))))}`;

/** Whom, or which permissions, then what. */
const rights =
  (what: string): Deed =>
  (command, shown) => {
    const [right, ...paths] = values(command).map(shown);
    if (right === undefined || paths.length === 0) return plain(command);
    return `${what} ${list(paths.map(code))} to ${code(right)}`;
  };

const NOTHING: Deed = () => null;

const DEEDS: Readonly<Record<string, Deed>> = {
  apt,
  'apt-get': apt,
  apk,
  yum: rpm,
  dnf: rpm,
  microdnf: rpm,
  npm: node,
  yarn: node,
  pnpm: node,
  pip,
  pip3: pip,
  go,
  cargo,
  curl: fetch,
  wget: fetch,
  git: (command, shown) =>
    verb(command) === 'clone'
      ? `fetches the repository ${code(shown(operands(command, set('b', 'branch', 'depth'))[0] ?? ''))}`
      : plain(command),
  rm: remove,
  ln: link,
  mkdir: folders,
  useradd: user,
  adduser: user,
  groupadd: user,
  addgroup: user,
  chown: rights('gives'),
  chmod: rights('sets the permissions of'),
  make: (command) => `runs ${code(['make', ...values(command)].join(' '))}`,
  tar: (command) =>
    /^-?-?[a-z]*x|^--extract/.test(command.words[1]?.text ?? '') ? 'unpacks an archive' : plain(command),
  unzip: () => 'unpacks an archive',
  cd: NOTHING,
  echo: NOTHING,
  printf: NOTHING,
  test: NOTHING,
  '[': NOTHING,
  exit: NOTHING,
  sleep: NOTHING,
  set: NOTHING,
  export: NOTHING,
  true: NOTHING,
  ':': NOTHING,
  sudo: NOTHING,
  env: NOTHING,
};

/** What a command does; null for one that does nothing to speak of. */
export function deedOf(command: ShellCommand, shown: (text: string) => string): string | null {
  const name = command.name.replace(/^.*\//, '');
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  return deed ? deed(command, shown) : plain(command);
}

/** At most its name and its first words: what it does isn't guessed. */
const plain = ({ words }: ShellCommand): string =>
  `runs ${code(
    words
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' '),
  )}`;

/** Worth less than others where not all can be said: what prepares, tidies up, or isn't known. */
export const isMinor = (deed: string): boolean => /^(?:runs `|reads which|empties|deletes )/.test(deed);
