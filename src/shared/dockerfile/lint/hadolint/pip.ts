/** Python's pip and pipx. */
import { say } from '../../../words/index.js';
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand, ShellWord } from '../../shell/script.js';
import type { Model } from '../model.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { isKeptOut } from './mounts.js';
import { isVariable, toInstallation, type Installation } from './package-manager.js';
import { unpinned } from './pinning.js';
import { commandsOf, type Run, type RunCommand } from './run.js';
import { variableAt } from './variables.js';

const VALUED: ReadonlySet<string> = new Set([
  ...[
    'i',
    'index-url',
    'extra-index-url',
    'f',
    'find-links',
    'trusted-host',
    'prefix',
    'root',
    't',
    'target',
  ],
  ...[
    'r',
    'requirement',
    'c',
    'constraint',
    'build',
    'b',
    'src',
    'proxy',
    'retries',
    'timeout',
    'python',
    'log',
  ],
  ...[
    'cert',
    'client-cert',
    'cache-dir',
    'exists-action',
    'global-option',
    'install-option',
    'config-settings',
    'C',
  ],
  ...[
    'platform',
    'python-version',
    'implementation',
    'abi',
    'no-binary',
    'only-binary',
    'progress-bar',
    'report',
  ],
  ...['upgrade-strategy', 'root-user-action', 'use-feature', 'use-deprecated', 'keyring-provider', 'group'],
  ...['pip-args', 'suffix', 'preinstall', 'e', 'editable'],
]);
const PIP = /^pip(?:\d+(?:\.\d+)?)?$/;
const PYTHON = /^python(?:\d+(?:\.\d+)?)?$/;
const SWITCH = 'PIP_NO_CACHE_DIR';
const CACHE = '.cache/pip';

/** `pip install`, also as `python -m pip install`. */
function* installs(model: Model, withPipx: boolean): Generator<Installation> {
  for (const one of commandsOf(model, (name) => PYTHON.test(name) || isPip(name, withPipx))) {
    const command = asPip(one.command, withPipx);
    const found =
      command &&
      toInstallation({ ...one, command }, { names: [command.name], verbs: ['install'], valued: VALUED });
    if (found) yield found;
  }
}

function isPip(name: string, withPipx: boolean): boolean {
  return PIP.test(name) || (withPipx && name === 'pipx');
}

function asPip(command: ShellCommand, withPipx: boolean): ShellCommand | null {
  if (isPip(command.name, withPipx)) return command;
  if (!PYTHON.test(command.name)) return null;
  const at = command.words.findIndex(({ text }) => text === '-m');
  const module = at < 0 ? undefined : command.words[at + 1];
  return module?.text === 'pip' ? { ...command, name: 'pip', words: command.words.slice(at + 1) } : null;
}

const pinned = hadolintRule('DL3013', 'warning', 'why.pin', function* (model) {
  for (const { run, command, packages } of installs(model, true)) {
    if (hasFlag(command, ['r', 'requirement', 'c', 'constraint', 'group'], VALUED)) continue;
    yield* unpinned(
      run,
      command.name,
      packages.filter((word) => !isPinned(word)),
      (name) => `${name}==<version>`,
    );
  }
});

/** A version, a file, a folder, or an address; one of a repository needs what is to be checked out. */
function isPinned(word: ShellWord): boolean {
  const { text } = word;
  if (isVariable(word)) return true;
  const repository = /^(?:[^@]*@\s*)?(?:git|hg|svn|bzr)\+[a-z+.-]+:\/\/(.*)$/i.exec(text)?.[1];
  if (repository !== undefined)
    return (repository.split('#', 1)[0] ?? '').replace(/^[^/]*@/, '').includes('@');
  return /[=<>]|\.whl$|\.tar\.gz$|\.zip$|^[a-z+]+:\/\/|[/\\]/i.test(text) || /^\.{1,2}(?:\[|$)/.test(text);
}

const uncached = hadolintRule('DL3042', 'warning', 'why.DL3042', function* (model) {
  for (const installation of installs(model, false)) {
    const { run, command, verb } = installation;
    if (hasFlag(command, ['no-cache-dir'], VALUED) || isSwitchedOff(model, installation)) continue;
    if (isCacheKeptOut(run)) continue;
    yield problemAt(
      run.range(command),
      say('checks.pip.cache', { command: command.name }),
      insertAfter(run, verb, ' --no-cache-dir', say('fix.add', { what: '--no-cache-dir' })),
    );
  }
});

/** For the command itself, by an export before it, or for the stage. */
function isSwitchedOff(model: Model, { run, command }: RunCommand): boolean {
  const own = command.assignments.find(({ name }) => name === SWITCH);
  if (own) return isOn(own.value);
  const exported = exportsOf(run).findLast(({ start }) => start < command.start)?.value;
  const value = exported ?? variableAt(model, run.step, SWITCH);
  return typeof value === 'string' && isOn(value);
}

type Export = { readonly start: number; readonly value: string };

const knownExports = new WeakMap<Run, readonly Export[]>();

/** Where a RUN sets the switch for the commands that follow. */
function exportsOf(run: Run): readonly Export[] {
  let found = knownExports.get(run);
  if (!found) {
    found = run.commands.flatMap(({ start, name, words, assignments }) => {
      const given = name === 'export' ? words.map(({ text }) => text) : [];
      const set = given.findLast((text) => text.startsWith(`${SWITCH}=`))?.slice(SWITCH.length + 1);
      const value = name === '' ? assignments.find((one) => one.name === SWITCH)?.value : set;
      return value === undefined ? [] : [{ start, value }];
    });
    knownExports.set(run, found);
  }
  return found;
}

function isOn(value: string): boolean {
  return /^(?:1|true|yes|on|y|t)$/i.test(value);
}

/** In whoever's home it is. */
function isCacheKeptOut(run: Run): boolean {
  return (
    isKeptOut(run, `/root/${CACHE}`) ||
    run.instruction.flags.some(({ name, value }) => name === 'mount' && value !== null && isUserCache(value))
  );
}

function isUserCache(mount: string): boolean {
  return /(?:^|,)type=(?:cache|tmpfs)(?:,|$)/.test(mount) && /=[^,]*\.cache(?:\/pip)?\/?(?:,|$)/.test(mount);
}

export const pipRules = [pinned, uncached];
