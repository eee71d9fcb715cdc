/** Commands that have no place in a build, or another way of being said in a Dockerfile. */
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import { stepGroups } from './steps.js';
import { baseShell } from './base-shell.js';
import { insertAfter } from './fixes.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { commandsOf, runsOf, type RunCommand } from './run.js';

const POINTLESS: ReadonlySet<string> = new Set([
  ...['ssh', 'vim', 'shutdown', 'service', 'ps', 'free', 'top', 'kill', 'mount', 'ifconfig'],
]);

const noPointless = hadolintRule(
  'DL3001',
  'info',
  'A build has no terminal, no services and no machine of its own: such commands do nothing there that lasts.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => POINTLESS.has(name)))
      yield problemAt(run.range(command), `${command.name} makes no sense in a build`);
  },
);

const noSudo = hadolintRule(
  'DL3004',
  'error',
  'Steps run as root unless USER says otherwise, and sudo gets in the way of signals and terminals. To step down in a container there is gosu.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => name === 'sudo'))
      yield problemAt(run.range(command), 'Don’t use sudo: put a USER above this step instead');
  },
);

const quietDownload = hadolintRule(
  'DL3047',
  'info',
  'wget draws its progress line by line, thousands of them, into the output of the build.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => name === 'wget'))
      if (!isQuiet(command))
        yield problemAt(
          run.range(command),
          'wget fills the output with its progress: add --progress=dot:giga, or -nv',
          // That of busybox has no such flag.
          baseShell(run.step.stage) === '/bin/bash'
            ? insertAfter(run, command.words[0], ' --progress=dot:giga', 'Add --progress=dot:giga')
            : null,
        );
  },
);

/** Flags of wget's that have a value, so that what follows `-O` is none. */
const WGET_VALUED: ReadonlySet<string> = new Set([
  ...['O', 'P', 'o', 'a', 'e', 'U', 't', 'T', 'w', 'Q', 'B', 'i', 'D', 'A', 'R', 'I', 'X', 'l'],
]);

function isQuiet(command: ShellCommand): boolean {
  if (hasFlag(command, ['q', 'quiet', 'o', 'a'], WGET_VALUED)) return true;
  if (hasFlag(command, ['no-verbose', 'progress', 'output-file', 'append-output'])) return true;
  return command.words.some(({ text }) => /^-[a-zA-Z]*nv/.test(text));
}

const oneDownloader = hadolintRule(
  'DL4001',
  'warning',
  'Both do the same: the one that is left out needs no place in the image, and no updates.',
  function* (model) {
    const byStep = new Map(runsOf(model).map((run) => [run.step, run]));
    for (const steps of stepGroups(model)) {
      const found: RunCommand[] = steps.flatMap((step) => {
        const run = byStep.get(step);
        return (run?.commands ?? []).flatMap((command) =>
          run && isDownloader(command) ? [{ run, command }] : [],
        );
      });
      const first = found[0]?.command.name;
      const other = found.find(({ command }) => command.name !== first);
      if (other)
        yield problemAt(
          other.run.range(other.command),
          `${other.command.name} here and ${first ?? ''} above do the same: use one of them`,
        );
    }
  },
);

function isDownloader({ name }: ShellCommand): boolean {
  return name === 'wget' || name === 'curl';
}

const noShellLink = hadolintRule(
  'DL4005',
  'warning',
  'SHELL changes what the steps run in, and leaves the system’s own /bin/sh, which its scripts rely on, as it is.',
  function* (model) {
    for (const { run, command } of commandsOf(model, (name) => name === 'ln'))
      if (command.words.slice(1).some(({ text }) => text === '/bin/sh'))
        yield problemAt(
          run.range(command),
          'Use SHELL to change the shell of the steps, not a link in place of /bin/sh',
        );
  },
);

export const commandRules = [noPointless, noSudo, quietDownload, oneDownloader, noShellLink];
