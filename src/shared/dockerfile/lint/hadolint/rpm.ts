/** yum and dnf, which install RPM packages by much the same words. */
import { say } from '../../../words/index.js';
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import type { Model, Step } from '../model.js';
import type { Problem } from '../rule.js';
import { appendCommand, insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import {
  installationsOf,
  isCleanedAfter,
  lastOfEachRun,
  removes,
  type PackageManager,
} from './package-manager.js';
import { unpinned } from './pinning.js';
import { replaceVariables } from './variables.js';

const VALUED: ReadonlySet<string> = new Set([
  ...[
    'c',
    'config',
    'd',
    'e',
    'R',
    'x',
    'exclude',
    'enablerepo',
    'disablerepo',
    'repo',
    'repoid',
    'installroot',
  ],
  ...[
    'releasever',
    'setopt',
    'disableexcludes',
    'enableplugin',
    'disableplugin',
    'color',
    'forcearch',
    'comment',
  ],
]);
const INSTALL = ['install', 'module install'];
const GROUPS = ['groupinstall', 'group install'];
const FILES = ['localinstall', 'reinstall', 'downgrade'];
const UPGRADES = ['update', 'upgrade', 'upgrade-minimal'];
const DNF_SHORT = [
  'in',
  'rei',
  'dg',
  'up',
  'up-min',
  'upgrade-min',
  'dsync',
  'distro-sync',
  'dist-upgrade',
  'swap',
];
const YES = ['y', 'assumeyes'];

const YUM = { names: ['yum'], valued: VALUED };
const DNF = { names: ['dnf', 'microdnf'], valued: VALUED };
const ADDED = [...INSTALL, ...GROUPS, ...FILES];
const YUM_CACHES = ['/var/cache/yum'];
const DNF_CACHES = ['/var/cache/libdnf5', '/var/cache/dnf', '/var/cache/yum'];

const yumRules = [
  hadolintRule('DL3030', 'warning', 'why.unattended', (model) => asking(model, { ...YUM, verbs: ADDED })),
  hadolintRule('DL3032', 'warning', 'why.cleaned', (model) =>
    uncleaned(model, { ...YUM, verbs: [...ADDED, ...UPGRADES] }, YUM_CACHES),
  ),
  hadolintRule('DL3033', 'warning', 'why.pin', (model) => withoutVersion(model, { ...YUM, verbs: INSTALL })),
];

const dnfRules = [
  hadolintRule('DL3038', 'warning', 'why.unattended', (model) =>
    asking(model, { ...DNF, verbs: [...ADDED, 'in'] }),
  ),
  hadolintRule('DL3040', 'warning', 'why.cleaned', (model) =>
    uncleaned(model, { ...DNF, verbs: [...ADDED, ...UPGRADES, ...DNF_SHORT] }, DNF_CACHES),
  ),
  hadolintRule('DL3041', 'warning', 'why.pin', (model) =>
    withoutVersion(model, { ...DNF, verbs: [...INSTALL, 'in'] }),
  ),
];

function* asking(model: Model, manager: PackageManager): Generator<Problem> {
  for (const { run, command, verb, asked } of installationsOf(model, manager))
    if (!hasFlag(command, YES, VALUED))
      yield problemAt(
        run.range(command),
        say('checks.asks', { command: `${command.name} ${asked}` }),
        insertAfter(run, verb, ' -y', say('fix.add', { what: '-y' })),
      );
}

function* uncleaned(model: Model, manager: PackageManager, caches: readonly string[]): Generator<Problem> {
  for (const { run, command, asked } of lastOfEachRun(installationsOf(model, manager))) {
    if (caches.some((cache) => isKeptOut(run, cache))) continue;
    const cleans = (other: ShellCommand) => isCleanAll(other, command.name) || removes(other, caches);
    if (isCleanedAfter(run, command, cleans)) continue;
    const clean = `${command.name} clean all`;
    yield problemAt(
      run.range(command),
      say('checks.leavesDownloads', { command: `${command.name} ${asked}`, clean }),
      appendCommand(run, clean, say('fix.cleanUp')),
    );
  }
}

function isCleanAll({ name, words }: ShellCommand, manager: string): boolean {
  const texts = words.map(({ text }) => text);
  return name === manager && texts.includes('clean') && texts.includes('all');
}

function* withoutVersion(model: Model, manager: PackageManager): Generator<Problem> {
  for (const { run, packages, asked, command } of installationsOf(model, manager)) {
    const separator = asked.startsWith('module') ? ':' : '-';
    yield* unpinned(
      run,
      command.name,
      packages.filter((word) => !isPinned(model, run.step, word.text, separator)),
      (name) => `${name}${separator}<version>`,
    );
  }
}

/** A module's stream follows a colon, a package's version a hyphen; a file is what it is. */
function isPinned(model: Model, step: Step, text: string, separator: ':' | '-'): boolean {
  const known = replaceVariables(model, step, text, '0');
  if (known.endsWith('.rpm')) return true;
  return separator === ':' ? known.includes(':') : /-\d/.test(known);
}

export const rpmRules = [...yumRules, ...dnfRules];
