/** apt-get, and apt where it is used in its place. */
import { say } from '../../../words/index.js';
import { hasFlag, readArguments } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { appendCommand, insertAfter, replaceWord } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isCleanedAfter, lastOfEachRun, isVariable, removes } from './package-manager.js';
import { unpinned } from './pinning.js';
import { commandsOf } from './run.js';
import { reachesResult } from './steps.js';

const VALUED: ReadonlySet<string> = new Set([
  ...['t', 'target-release', 'default-release', 'o', 'option', 'c', 'config-file', 'a', 'host-architecture'],
]);
const APT_GET = { names: ['apt-get'], verbs: ['install'], valued: VALUED };
const UPDATERS = { names: ['apt-get', 'apt', 'aptitude'], verbs: ['update'], valued: VALUED };
const LISTS = '/var/lib/apt/lists';
const CLEAN = `rm -rf ${LISTS}/*`;

const pinned = hadolintRule('DL3008', 'warning', 'why.pin', function* (model) {
  for (const { run, command, packages } of installationsOf(model, APT_GET)) {
    const unnamed = packages.filter((word) => !/[=/]|\.deb$/.test(word.text) && !isVariable(word));
    if (!isSimulated(command)) yield* unpinned(run, 'apt-get', unnamed, (name) => `${name}=<version>`);
  }
});

const cleaned = hadolintRule('DL3009', 'info', 'why.DL3009', function* (model) {
  for (const { run, command } of lastOfEachRun(installationsOf(model, UPDATERS))) {
    if (!reachesResult(model, run.step) || isKeptOut(run, LISTS)) continue;
    if (isCleanedAfter(run, command, cleans)) continue;
    yield problemAt(
      run.range(command),
      say('checks.apt.lists', { command: command.name, clean: CLEAN }),
      appendCommand(run, CLEAN, say('fix.lists')),
    );
  }
});

function cleans(command: ShellCommand): boolean {
  const isDistClean = command.words.some(({ text }) => text === 'dist-clean' || text === 'distclean');
  return (command.name === 'apt-get' && isDistClean) || removes(command, [LISTS, '/var/lib/apt']);
}

const unattended = hadolintRule('DL3014', 'warning', 'why.DL3014', function* (model) {
  for (const { run, command, verb } of installationsOf(model, APT_GET))
    if (!answersItself(command) && !isSimulated(command))
      yield problemAt(
        run.range(command),
        say('checks.asks', { command: 'apt-get install' }),
        insertAfter(run, verb, ' -y', say('fix.add', { what: '-y' })),
      );
});

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

const lean = hadolintRule('DL3015', 'info', 'why.DL3015', function* (model) {
  for (const { run, command, verb } of installationsOf(model, APT_GET))
    if (!isLean(command) && !isSimulated(command))
      yield problemAt(
        run.range(command),
        say('checks.apt.recommends'),
        insertAfter(
          run,
          verb,
          ' --no-install-recommends',
          say('fix.add', { what: '--no-install-recommends' }),
        ),
      );
});

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

const noApt = hadolintRule('DL3027', 'warning', 'why.DL3027', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'apt')) {
    const verb = readArguments(command, VALUED).find((one) => one.kind === 'plain');
    const isSame = verb?.kind === 'plain' && SAME_IN_APT_GET.has(verb.word.text);
    yield problemAt(
      run.range(command),
      say('checks.apt.noScripts'),
      isSame ? replaceWord(run, command.words[0], 'apt-get', say('fix.use', { what: 'apt-get' })) : null,
    );
  }
});

export const aptRules = [pinned, cleaned, unattended, lean, noApt];
