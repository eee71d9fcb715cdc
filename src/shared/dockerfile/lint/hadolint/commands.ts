/** Commands that have no place in a build, or another way of being said in a Dockerfile. */
import { say } from '../../../words/index.js';
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

const noPointless = hadolintRule('DL3001', 'info', 'why.DL3001', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => POINTLESS.has(name)))
    yield problemAt(run.range(command), say('checks.pointless', { command: command.name }));
});

const noSudo = hadolintRule('DL3004', 'error', 'why.DL3004', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'sudo'))
    yield problemAt(run.range(command), say('checks.sudo'));
});

const quietDownload = hadolintRule('DL3047', 'info', 'why.DL3047', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'wget'))
    if (!isQuiet(command))
      yield problemAt(
        run.range(command),
        say('checks.wget'),
        // That of busybox has no such flag.
        baseShell(run.step.stage) === '/bin/bash'
          ? insertAfter(
              run,
              command.words[0],
              ' --progress=dot:giga',
              say('fix.add', { what: '--progress=dot:giga' }),
            )
          : null,
      );
});

/** Flags of wget's that have a value, so that what follows `-O` is none. */
const WGET_VALUED: ReadonlySet<string> = new Set([
  ...['O', 'P', 'o', 'a', 'e', 'U', 't', 'T', 'w', 'Q', 'B', 'i', 'D', 'A', 'R', 'I', 'X', 'l'],
]);

function isQuiet(command: ShellCommand): boolean {
  if (hasFlag(command, ['q', 'quiet', 'o', 'a'], WGET_VALUED)) return true;
  if (hasFlag(command, ['no-verbose', 'progress', 'output-file', 'append-output'])) return true;
  return command.words.some(({ text }) => /^-[a-zA-Z]*nv/.test(text));
}

const oneDownloader = hadolintRule('DL4001', 'warning', 'why.DL4001', function* (model) {
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
        say('checks.downloaders', { one: other.command.name, other: first ?? '' }),
      );
  }
});

function isDownloader({ name }: ShellCommand): boolean {
  return name === 'wget' || name === 'curl';
}

const noShellLink = hadolintRule('DL4005', 'warning', 'why.DL4005', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'ln'))
    if (command.words.slice(1).some(({ text }) => text === '/bin/sh'))
      yield problemAt(run.range(command), say('checks.shellLink'));
});

export const commandRules = [noPointless, noSudo, quietDownload, oneDownloader, noShellLink];
