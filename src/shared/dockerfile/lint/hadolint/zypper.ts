/** SUSE's zypper. */
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { appendCommand, insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { installationsOf, isCleanedAfter, lastOfEachRun, isVariable, removes } from './package-manager.js';
import { unpinned, WHY_PIN } from './pinning.js';

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

const unattended = hadolintRule(
  'DL3034',
  'warning',
  'Nobody is there to answer during a build: the question stays unanswered, and the build fails.',
  function* (model) {
    for (const { run, command, verb, asked } of installationsOf(model, { ...ZYPPER, verbs: ASKING })) {
      if (hasFlag(command, ['n', 'non-interactive', 'y', 'no-confirm'], VALUED)) continue;
      yield problemAt(
        run.range(command),
        `zypper ${asked} asks before it goes on: add -y`,
        asked === 'patch' ? null : insertAfter(run, verb, ' -y', 'Add -y'),
      );
    }
  },
);

const noDistUpgrade = hadolintRule(
  'DL3035',
  'warning',
  'It may take the image to another release than its base was made as. Take a newer base instead.',
  function* (model) {
    for (const { run, command, asked } of installationsOf(model, {
      ...ZYPPER,
      verbs: ['dist-upgrade', 'dup'],
    }))
      yield problemAt(
        run.range(command),
        `zypper ${asked} upgrades the whole distribution: take a newer base image`,
      );
  },
);

const cleaned = hadolintRule(
  'DL3036',
  'warning',
  'What was downloaded to be installed stays in this layer, even when a later step deletes it.',
  function* (model) {
    for (const { run, command, asked } of lastOfEachRun(
      installationsOf(model, { ...ZYPPER, verbs: INSTALL }),
    )) {
      if (isKeptOut(run, CACHE) || isCleanedAfter(run, command, cleans)) continue;
      yield problemAt(
        run.range(command),
        `zypper ${asked} leaves its downloads in the layer: end the same RUN with zypper clean`,
        appendCommand(run, 'zypper clean --all', 'Clean up in the same RUN'),
      );
    }
  },
);

function cleans(command: ShellCommand): boolean {
  const isClean = command.words.some(({ text }) => text === 'clean' || text === 'cc');
  return (command.name === 'zypper' && isClean) || removes(command, [CACHE]);
}

const pinned = hadolintRule('DL3037', 'warning', WHY_PIN, function* (model) {
  for (const { run, packages } of installationsOf(model, { ...ZYPPER, verbs: INSTALL }))
    yield* unpinned(
      run,
      'zypper installs',
      packages.filter((word) => !/[=<>]|\.rpm$/.test(word.text) && !isVariable(word)),
      (name) => `${name}=<version>`,
    );
});

export const zypperRules = [unattended, noDistUpgrade, cleaned, pinned];
