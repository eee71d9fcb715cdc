/** Ruby's gem. */
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { hadolintRule } from './hadolint-rule.js';
import { isVariable, toInstallation } from './package-manager.js';
import { unpinned } from './pinning.js';
import { commandsOf } from './run.js';

const VALUED: ReadonlySet<string> = new Set([
  ...[
    'v',
    'version',
    'platform',
    'i',
    'install-dir',
    'n',
    'bindir',
    'build-root',
    'g',
    'file',
    'without',
    'P',
  ],
  ...[
    'trust-policy',
    'B',
    'bulk-threshold',
    's',
    'source',
    'p',
    'http-proxy',
    'config-file',
    'target-rbconfig',
  ],
  // They are for the build of a gem's own library, and not always after `--`.
  ...['use-system-libraries'],
]);

const pinned = hadolintRule('DL3028', 'warning', 'why.pin', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'gem')) {
    const installation = toInstallation(
      { run, command: beforeBuildFlags(command) },
      { names: ['gem'], verbs: ['install', 'i'], valued: VALUED },
    );
    if (!installation || hasFlag(installation.command, ['v', 'version'], VALUED)) continue;
    yield* unpinned(
      run,
      'gem',
      installation.packages.filter((word) => !/:|\.gem$/.test(word.text) && !isVariable(word)),
      (name) => `${name}:<version>`,
    );
  }
});

/** What stands after `--` is for the build of a gem's own library. */
function beforeBuildFlags(command: ShellCommand): ShellCommand {
  const at = command.words.findIndex(({ text }) => text === '--');
  return at < 0 ? command : { ...command, words: command.words.slice(0, at) };
}

export const gemRules = [pinned];
