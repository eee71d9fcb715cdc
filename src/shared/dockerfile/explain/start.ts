/** CMD and ENTRYPOINT: what a container runs, and which of several counts. */
import type { Command, CommandInstruction, Stage } from '../syntax.js';
import type { Place, Starts, Words } from './explanation.js';
import { code, commandWords, line, settings } from './phrases.js';

export function explainCmd(
  instruction: CommandInstruction,
  { stage, isLastStage, scope, starts }: Place,
): Words {
  const { cmd: later, entrypoint: entry } = starts;
  const { command } = instruction;
  if (later !== instruction && later)
    return settings(`Counts for nothing: only one CMD is kept, and the one on ${line(later)} replaces it.`);
  if (isEmpty(command)) return settings('Takes away the CMD that the base image may have.');
  if (entry?.command.form === 'shell')
    return settings(
      `Is left unused: the ENTRYPOINT on ${line(entry)} is in shell form, which takes no arguments.`,
    );
  if (entry && !isEmpty(entry.command)) {
    // In shell form the shell and its flag are arguments too.
    const words = [...(command.form === 'shell' ? scope.shell : []), commandWords(command)].join(' ');
    const whole = `${commandWords(entry.command)} ${words}`;
    return settings(
      `Gives the ENTRYPOINT on ${line(entry)} its arguments: a container runs ${code(whole)}.`,
      '',
      `What follows the image’s name in ${code('docker run')} takes the place of these arguments.`,
    );
  }
  const base = stage?.from.image?.text;
  return settings(
    `A container runs ${code(commandWords(command))} ${how(command, scope.shell)}${isLastStage ? '' : ', as far as images built on this stage go'}.${unread(command)}`,
    '',
    `A command after the image’s name in ${code('docker run')} takes its place.${base === 'scratch' || entry ? '' : ' If the base image has an ENTRYPOINT, that one runs, with this as its arguments.'}`,
  );
}

export function explainEntrypoint(instruction: CommandInstruction, { scope, starts }: Place): Words {
  const { cmd, entrypoint: later } = starts;
  if (later !== instruction && later)
    return settings(
      `Counts for nothing: only one ENTRYPOINT is kept, and the one on ${line(later)} replaces it.`,
    );
  const { command } = instruction;
  if (isEmpty(command)) return settings('Takes away the ENTRYPOINT that the base image may have.');
  const text = `Every container runs ${code(commandWords(command))} ${how(command, scope.shell)}.${unread(command)}`;
  if (command.form === 'shell')
    return settings(
      `${text} In shell form it takes no arguments: neither CMD’s nor those of ${code('docker run')}.`,
      '',
      `${code('docker run --entrypoint')} replaces it.`,
    );
  const isGiven = cmd && !isEmpty(cmd.command);
  return settings(
    `${text} ${isGiven ? `The CMD on ${line(cmd)} gives it its arguments.` : 'A CMD of the base image falls away.'}`,
    '',
    `What follows the image’s name in ${code('docker run')} is given to it; ${code('--entrypoint')} replaces it.`,
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

/** A shell that stands before the program gets the signals, which is why the form matters. */
const how = ({ form }: Command, shell: readonly string[]): string =>
  form === 'exec'
    ? 'as its first process'
    : `through ${code(shell[0] ?? '/bin/sh')}, which gets the signals in its place`;

/** Without a shell nobody puts in the values of variables. */
function unread(command: Command): string {
  if (command.form === 'shell' || /(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(command.items[0] ?? '')) return '';
  const variable = command.items.map((item) => /\$\{?[A-Za-z_]\w*\}?/.exec(item)?.[0]).find(Boolean);
  return variable === undefined ? '' : ` No shell reads it, so ${code(variable)} stays as it is written.`;
}
