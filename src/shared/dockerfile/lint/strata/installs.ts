/** Commands that fetch what a project needs: which files of it they read, and so what has to be copied before them. */
import { flagValue, hasFlag, plainArguments } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';

export type Install = {
  /** As a person would say it: `npm ci`. */
  readonly title: string;
  /** What it reads of the project; null for everything. None for packages that are named in the command itself. */
  readonly files: readonly ProjectFile[] | null;
  /** Whether it runs nothing of the project while it installs. */
  readonly isSelfContained: boolean;
};

export type ProjectFile = {
  /** As COPY would name it; with a star where it may be missing. */
  readonly pattern: string;
  /** What that brings, by name. */
  readonly names: readonly [string, ...string[]];
};

const NOTHING: readonly ProjectFile[] = [];
const SYSTEM_PACKAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['apt-get', ['install', 'upgrade', 'dist-upgrade', 'full-upgrade']],
  ['apt', ['install', 'upgrade', 'full-upgrade']],
  ['apk', ['add', 'upgrade']],
  ['yum', ['install', 'update', 'groupinstall']],
  ['dnf', ['install', 'update', 'upgrade', 'groupinstall']],
  ['microdnf', ['install', 'update']],
  ['zypper', ['install', 'in', 'update']],
]);
/** Flags with a value, of the package managers below. */
const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'o', 'target-release', 'option', 'X', 'repository', 'virtual', 'prefix', 'i', 'index-url'],
  ...[
    'extra-index-url',
    'c',
    'constraint',
    'target',
    'find-links',
    'f',
    'r',
    'requirement',
    'registry',
    'cache-dir',
  ],
]);

/** What else installs: read by `languageInstall`. */
const LANGUAGES: ReadonlySet<string> = new Set([
  ...['npm', 'yarn', 'pnpm', 'pip', 'pip3', 'bundle', 'bundler', 'gem', 'composer', 'go', 'cargo'],
]);

const known = new WeakMap<ShellCommand, Install | null>();

/** Null for a command that installs nothing. */
export function installOf(command: ShellCommand): Install | null {
  if (!SYSTEM_PACKAGES.has(command.name) && !LANGUAGES.has(command.name)) return null;
  let install = known.get(command);
  if (install === undefined) known.set(command, (install = readInstall(command)));
  return install;
}

function readInstall(command: ShellCommand): Install | null {
  const [first, ...rest] = plainArguments(command, VALUED).map(({ text }) => text);
  const verbs = SYSTEM_PACKAGES.get(command.name);
  if (verbs)
    return first !== undefined && verbs.includes(first) ? systemPackages(command.name, first, rest) : null;
  return languageInstall(command, first, rest);
}

function systemPackages(name: string, verb: string, packages: readonly string[]): Install {
  // A package that is a file may be one of the project's.
  const isFromFile = packages.some((one) => one.includes('/') && !/^https?:/.test(one));
  return { title: `${name} ${verb}`, files: isFromFile ? null : NOTHING, isSelfContained: true };
}

function languageInstall(
  command: ShellCommand,
  verb: string | undefined,
  rest: readonly string[],
): Install | null {
  const title = [command.name, ...(verb === undefined ? [] : [verb])].join(' ');
  switch (command.name) {
    case 'npm':
      return npmInstall(command, title, verb, rest);
    case 'yarn':
      return verb === undefined || verb === 'install'
        ? withScripts(command, title, [file('package.json'), maybe('yarn.lock')])
        : null;
    case 'pnpm':
      return verb === 'install' || verb === 'i'
        ? withScripts(command, title, [file('package.json'), maybe('pnpm-lock.yaml')])
        : null;
    case 'pip':
    case 'pip3':
      return verb === 'install' ? pipInstall(command, title, rest) : null;
    case 'bundle':
    case 'bundler':
      return verb === undefined || verb === 'install'
        ? { title, files: [file('Gemfile'), maybe('Gemfile.lock')], isSelfContained: true }
        : null;
    case 'gem':
      return verb === 'install' ? { title, files: NOTHING, isSelfContained: true } : null;
    case 'composer':
      return verb === 'install'
        ? {
            title,
            files: [file('composer.json'), maybe('composer.lock')],
            isSelfContained: hasFlag(command, ['no-scripts']) && hasFlag(command, ['no-autoloader']),
          }
        : null;
    case 'go':
      return verb === 'mod' && rest[0] === 'download'
        ? { title: 'go mod download', files: [file('go.mod'), maybe('go.sum')], isSelfContained: true }
        : null;
    case 'cargo':
      return verb === 'fetch'
        ? { title, files: [file('Cargo.toml'), maybe('Cargo.lock')], isSelfContained: false }
        : null;
    default:
      return null;
  }
}

function npmInstall(
  command: ShellCommand,
  title: string,
  verb: string | undefined,
  packages: readonly string[],
): Install | null {
  if (verb !== 'ci' && verb !== 'install' && verb !== 'i') return null;
  if (hasFlag(command, ['g', 'global'])) {
    const isFromFile = packages.some((one) => one === '.' || /^\.{0,2}\//.test(one));
    return { title: `${title} -g`, files: isFromFile ? null : NOTHING, isSelfContained: true };
  }
  return withScripts(command, title, [
    { pattern: 'package*.json', names: ['package.json', 'package-lock.json'] },
  ]);
}

function pipInstall(command: ShellCommand, title: string, packages: readonly string[]): Install {
  const list = flagValue(command, ['r', 'requirement']);
  const isFromFile = packages.some((one) => one === '.' || one.startsWith('./') || one.startsWith('.['));
  if (isFromFile || hasFlag(command, ['e', 'editable']))
    return { title, files: null, isSelfContained: false };
  if (list === null) return { title, files: NOTHING, isSelfContained: true };
  return { title: `${title} -r ${list}`, files: [file(list)], isSelfContained: true };
}

/** A project's own scripts run with these, unless they are told not to. */
function withScripts(command: ShellCommand, title: string, files: readonly ProjectFile[]): Install {
  return { title, files, isSelfContained: hasFlag(command, ['ignore-scripts']) };
}

const file = (name: string): ProjectFile => ({ pattern: name, names: [name] });
const maybe = (name: string): ProjectFile => ({ pattern: `${name}*`, names: [name] });
