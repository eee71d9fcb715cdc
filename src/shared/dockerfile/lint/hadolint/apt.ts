/** apt-get, and apt where it is used in its place. */
import { hasFlag, readArguments } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { appendCommand, insertAfter, replaceWord } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isCleanedAfter, lastOfEachRun, isVariable, removes } from './package-manager.js';
import { unpinned, WHY_PIN } from './pinning.js';
import { commandsOf } from './run.js';
import { reachesResult } from './steps.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'target-release', 'default-release', 'o', 'option', 'c', 'config-file', 'a', 'host-architecture'],
]);
const APT_GET = { names: ['apt-get'], verbs: ['install'], valued: VALUED };
const UPDATERS = { names: ['apt-get', 'apt', 'aptitude'], verbs: ['update'], valued: VALUED };
const LISTS = '/var/lib/apt/lists';
const CLEAN = `rm -rf ${LISTS}/*`;

const pinned = hadolintRule('DL3008', 'warning', WHY_PIN, function* (model) {
  for (const { run, command, packages } of installationsOf(model, APT_GET)) {
    const unnamed = packages.filter((word) => !/[=/]|\.deb$/.test(word.text) && !isVariable(word));
    if (!isSimulated(command))
      yield* unpinned(run, 'apt-get installs', unnamed, (name) => `${name}=<version>`);
  }
});

const cleaned = hadolintRule(
  'DL3009',
  'info',
  'The lists of packages are of no use in the image, and stay in this layer even when a later step deletes them.',
  function* (model) {
    for (const { run, command } of lastOfEachRun(installationsOf(model, UPDATERS))) {
      if (!reachesResult(model, run.step) || isKeptOut(run, LISTS)) continue;
      if (isCleanedAfter(run, command, cleans)) continue;
      yield problemAt(
        run.range(command),
        `${command.name} update leaves its lists in the layer: end the same RUN with ${CLEAN}`,
        appendCommand(run, CLEAN, 'Delete the lists in the same RUN'),
      );
    }
  },
);

function cleans(command: ShellCommand): boolean {
  const isDistClean = command.words.some(({ text }) => text === 'dist-clean' || text === 'distclean');
  return (command.name === 'apt-get' && isDistClean) || removes(command, [LISTS, '/var/lib/apt']);
}

const unattended = hadolintRule(
  'DL3014',
  'warning',
  'Nobody is there to answer during a build: apt-get stops at its question, and the build fails.',
  function* (model) {
    for (const { run, command, verb } of installationsOf(model, APT_GET))
      if (!answersItself(command) && !isSimulated(command))
        yield problemAt(
          run.range(command),
          'apt-get install asks before it goes on: add -y',
          insertAfter(run, verb, ' -y', 'Add -y'),
        );
  },
);

/** `-y`, quiet twice over, or the option of either. */
function answersItself(command: ShellCommand): boolean {
  if (hasFlag(command, ['y', 'yes', 'assume-yes'], VALUED)) return true;
  let quiet = 0;
  for (const one of readArguments(command, VALUED)) {
    if (one.kind !== 'flag') continue;
    if (isOption(one.name) && /^APT::Get::Assume-Yes=(?:1|true|yes)$/i.test(unquoted(one.value))) return true;
    if (one.name === 'q' || one.name === 'quiet') quiet += Number(one.value ?? 1);
  }
  return quiet >= 2;
}

/** Nothing is installed then. */
function isSimulated(command: ShellCommand): boolean {
  return hasFlag(command, ['s', 'simulate', 'just-print', 'dry-run', 'recon', 'no-act'], VALUED);
}

function isOption(name: string): boolean {
  return name === 'o' || name === 'option';
}

function unquoted(value: string | null): string {
  return (value ?? '').replace(/["']/g, '');
}

const lean = hadolintRule(
  'DL3015',
  'info',
  'Recommended packages are rarely needed in a container; without them the image is smaller and has less to attack.',
  function* (model) {
    for (const { run, command, verb } of installationsOf(model, APT_GET))
      if (!isLean(command) && !isSimulated(command))
        yield problemAt(
          run.range(command),
          'apt-get install also takes packages that are only recommended: add --no-install-recommends',
          insertAfter(run, verb, ' --no-install-recommends', 'Add --no-install-recommends'),
        );
  },
);

function isLean(command: ShellCommand): boolean {
  return readArguments(command, VALUED).some(
    (one) =>
      one.kind === 'flag' &&
      (one.name === 'no-install-recommends' ||
        (isOption(one.name) && /^APT::Install-Recommends=(?:0|false|no)$/i.test(unquoted(one.value)))),
  );
}

/** What apt-get does by the same name. */
const SAME_IN_APT_GET: ReadonlySet<string> = new Set([
  ...['install', 'update', 'upgrade', 'remove', 'purge', 'autoremove', 'clean', 'autoclean', 'source'],
]);

const noApt = hadolintRule(
  'DL3027',
  'warning',
  'apt is made for people at a terminal: its output and options may change, and it says so itself. apt-get stays as it is.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => name === 'apt')) {
      const verb = readArguments(command, VALUED).find((one) => one.kind === 'plain');
      const isSame = verb?.kind === 'plain' && SAME_IN_APT_GET.has(verb.word.text);
      yield problemAt(
        run.range(command),
        'apt is not for scripts: use apt-get, or apt-cache to look something up',
        isSame ? replaceWord(run, command.words[0], 'apt-get', 'Use apt-get') : null,
      );
    }
  },
);

export const aptRules = [pinned, cleaned, unattended, lean, noApt];
