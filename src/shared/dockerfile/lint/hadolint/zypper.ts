/** SUSE's zypper. */
import { say } from '../../../words/index.js';
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { appendCommand, insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isCleanedAfter, lastOfEachRun, isVariable, removes } from './package-manager.js';
import { unpinned } from './pinning.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['c', 'config', 'R', 'root', 'D', 'reposd-dir', 'C', 'cache-dir', 'r', 'repo', 'from', 't', 'type'],
  ...['p', 'plus-repo', 'download'],
]);
const ZYPPER = { names: ['zypper'], valued: VALUED };
const INSTALL = ['install', 'in'];
const ASKING = [
  ...INSTALL,
  'remove',
  'rm',
  'source-install',
  'si',
  'patch',
  'update',
  'up',
  'dist-upgrade',
  'dup',
];
const CACHE = '/var/cache/zypp';

const unattended = hadolintRule('DL3034', 'warning', 'why.unattended', function* (model) {
  for (const { run, command, verb, asked } of installationsOf(model, { ...ZYPPER, verbs: ASKING })) {
    if (hasFlag(command, ['n', 'non-interactive', 'y', 'no-confirm'], VALUED)) continue;
    yield problemAt(
      run.range(command),
      say('checks.asks', { command: `zypper ${asked}` }),
      asked === 'patch' ? null : insertAfter(run, verb, ' -y', say('fix.add', { what: '-y' })),
    );
  }
});

const noDistUpgrade = hadolintRule('DL3035', 'warning', 'why.DL3035', function* (model) {
  for (const { run, command, asked } of installationsOf(model, {
    ...ZYPPER,
    verbs: ['dist-upgrade', 'dup'],
  }))
    yield problemAt(run.range(command), say('checks.zypper.upgrade', { asked }));
});

const cleaned = hadolintRule('DL3036', 'warning', 'why.cleaned', function* (model) {
  for (const { run, command, asked } of lastOfEachRun(
    installationsOf(model, { ...ZYPPER, verbs: INSTALL }),
  )) {
    if (isKeptOut(run, CACHE) || isCleanedAfter(run, command, cleans)) continue;
    yield problemAt(
      run.range(command),
      say('checks.leavesDownloads', { command: `zypper ${asked}`, clean: 'zypper clean' }),
      appendCommand(run, 'zypper clean --all', say('fix.cleanUp')),
    );
  }
});

function cleans(command: ShellCommand): boolean {
  const isClean = command.words.some(({ text }) => text === 'clean' || text === 'cc');
  return (command.name === 'zypper' && isClean) || removes(command, [CACHE]);
}

const pinned = hadolintRule('DL3037', 'warning', 'why.pin', function* (model) {
  for (const { run, packages } of installationsOf(model, { ...ZYPPER, verbs: INSTALL }))
    yield* unpinned(
      run,
      'zypper',
      packages.filter((word) => !/[=<>]|\.rpm$/.test(word.text) && !isVariable(word)),
      (name) => `${name}=<version>`,
    );
});

export const zypperRules = [unattended, noDistUpgrade, cleaned, pinned];
