/** CMD and ENTRYPOINT: what a container runs, and which of several counts. */
import { say } from '../../words/index.js';
import type { Command, CommandInstruction, Stage } from '../syntax.js';
import type { Place, Starts, Words } from './explanation.js';
import { code, commandWords, line, sentences, settings, yes } from './phrases.js';

export function explainCmd(
  instruction: CommandInstruction,
  { stage, isLastStage, scope, starts }: Place,
): Words {
  const { cmd: later, entrypoint: entry } = starts;
  const { command } = instruction;
  if (later !== instruction && later) return settings(say('explain.cmd.replaced', { line: line(later) }));
  if (isEmpty(command)) return settings(say('explain.cmd.empty'));
  if (entry?.command.form === 'shell') return settings(say('explain.cmd.unused', { line: line(entry) }));
  if (entry && !isEmpty(entry.command)) {
    // In shell form the shell and its flag are arguments too.
    const words = [...(command.form === 'shell' ? scope.shell : []), commandWords(command)].join(' ');
    const whole = `${commandWords(entry.command)} ${words}`;
    return settings(
      say('explain.cmd.arguments', { line: line(entry), command: code(whole) }),
      '',
      say('explain.cmd.arguments.replaced'),
    );
  }
  const base = stage?.from.image?.text;
  const given = { command: code(commandWords(command)), isLast: yes(isLastStage) };
  return settings(
    sentences(
      command.form === 'exec'
        ? say('explain.cmd.exec', given)
        : say('explain.cmd.shell', { ...given, shell: shellOf(scope.shell) }),
      unread(command),
    ),
    '',
    sentences(
      say('explain.cmd.place'),
      base === 'scratch' || entry ? '' : say('explain.cmd.place.entrypoint'),
    ),
  );
}

export function explainEntrypoint(instruction: CommandInstruction, { scope, starts }: Place): Words {
  const { cmd, entrypoint: later } = starts;
  if (later !== instruction && later)
    return settings(say('explain.entrypoint.replaced', { line: line(later) }));
  const { command } = instruction;
  if (isEmpty(command)) return settings(say('explain.entrypoint.empty'));
  const words = code(commandWords(command));
  if (command.form === 'shell')
    return settings(
      sentences(
        say('explain.entrypoint.shell', { command: words, shell: shellOf(scope.shell) }),
        say('explain.entrypoint.noArguments'),
      ),
      '',
      say('explain.entrypoint.shell.replaced'),
    );
  const isGiven = cmd && !isEmpty(cmd.command);
  return settings(
    sentences(
      say('explain.entrypoint.exec', { command: words }),
      unread(command),
      isGiven ? say('explain.entrypoint.given', { line: line(cmd) }) : say('explain.entrypoint.fallsAway'),
    ),
    '',
    say('explain.entrypoint.exec.replaced'),
  );
}

/** Of several in a stage the last one counts. */
export function startsOf({ instructions }: Stage): Starts {
  let cmd: CommandInstruction | null = null;
  let entrypoint: CommandInstruction | null = null;
  for (const instruction of instructions) {
    if (instruction.keyword === 'CMD') cmd = instruction;
    else if (instruction.keyword === 'ENTRYPOINT') entrypoint = instruction;
  }
  return { cmd, entrypoint };
}

const isEmpty = (command: Command): boolean =>
  command.form === 'exec' ? command.items.length === 0 : command.text === '';

/** It stands before the program and gets the signals, which is why the form matters. */
const shellOf = (shell: readonly string[]): string => code(shell[0] ?? '/bin/sh');

/** Without a shell nobody puts in the values of variables. */
function unread(command: Command): string {
  if (command.form === 'shell' || /(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(command.items[0] ?? '')) return '';
  const variable = command.items.map((item) => /\$\{?[A-Za-z_]\w*\}?/.exec(item)?.[0]).find(Boolean);
  return variable === undefined ? '' : say('explain.start.unread', { variable: code(variable) });
}
