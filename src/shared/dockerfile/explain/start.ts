/** CMD, ENTRYPOINT and HEALTHCHECK: what a container runs, and which of several counts. */
import type { Command, CommandInstruction, HealthcheckInstruction, Instruction, Stage } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, line } from './phrases.js';

export function explainCmd(instruction: CommandInstruction, { stage, isLastStage, scope }: Place): Words {
  const later = lastOf(stage, 'CMD');
  const entry = lastOf(stage, 'ENTRYPOINT');
  const words = wordsOf(instruction.command);
  if (later !== instruction && later) {
    return said(`Counts for nothing: only one CMD is kept, and the one on ${line(later)} replaces it.`);
  }
  if (entry?.command.form === 'shell') {
    return said(
      `Is left unused: the ENTRYPOINT on ${line(entry)} is in shell form, which takes no arguments.`,
    );
  }
  if (entry) {
    const whole = `${wordsOf(entry.command)} ${words}`;
    return said(
      `Gives the ENTRYPOINT on ${line(entry)} its arguments: a container runs ${code(whole)}.`,
      `What follows the image’s name in ${code('docker run')} takes the place of these arguments.`,
    );
  }
  return said(
    `A container runs ${code(words)} ${how(instruction.command, scope.shell)}${isLastStage ? '' : ', as far as images built on this stage go'}.`,
    `A command after the image’s name in ${code('docker run')} takes its place.`,
  );
}

export function explainEntrypoint(instruction: CommandInstruction, { stage, scope }: Place): Words {
  const later = lastOf(stage, 'ENTRYPOINT');
  const cmd = lastOf(stage, 'CMD');
  if (later !== instruction && later) {
    return said(
      `Counts for nothing: only one ENTRYPOINT is kept, and the one on ${line(later)} replaces it.`,
    );
  }
  const { command } = instruction;
  const text = `Every container runs ${code(wordsOf(command))} ${how(command, scope.shell)}.`;
  if (command.form === 'shell') {
    return said(
      `${text} In shell form it takes no arguments: neither CMD’s nor those of ${code('docker run')}.`,
    );
  }
  return said(
    `${text} ${cmd ? `The CMD on ${line(cmd)} gives it its arguments.` : 'A CMD of the base image falls away.'}`,
    `What follows the image’s name in ${code('docker run')} is given to it; ${code('--entrypoint')} replaces it.`,
  );
}

export function explainHealthcheck({ command, isNone, flags }: HealthcheckInstruction): Words {
  if (isNone) return said('Switches off the health check that the base image may have.');
  if (!command) return said('Checks whether a container works, but names no command for it.');
  const flag = (name: string, usual: string): string =>
    flags.find((one) => one.name === name)?.value ?? usual;
  const grace = flag('start-period', '0s');
  return said(
    `Runs ${code(wordsOf(command))} in the container every ${flag('interval', '30s')}; when it fails ${flag('retries', '3')} times in a row, or takes longer than ${flag('timeout', '30s')}, the container counts as unhealthy.`,
    `Docker only marks the container; what restarts it is for others.${grace === '0s' ? '' : ` Failures in the first ${grace} don’t count.`}`,
  );
}

const said = (text: string, atRunTime: string | null = null): Words => ({
  text,
  effect: 'settings',
  makesLayer: false,
  invalidatedBy: '',
  atRunTime,
});

function lastOf(stage: Stage | null, keyword: 'CMD' | 'ENTRYPOINT'): CommandInstruction | null {
  const isIt = (one: Instruction): one is CommandInstruction => one.keyword === keyword;
  return stage?.instructions.findLast(isIt) ?? null;
}

const wordsOf = (command: Command): string =>
  command.form === 'shell'
    ? command.text
    : command.items.map((item) => (/^[\w./:=@%+,-]+$/.test(item) ? item : `'${item}'`)).join(' ');

/** The first process gets the signals, which is why the form matters. */
const how = ({ form }: Command, shell: readonly string[]): string =>
  form === 'exec'
    ? 'as its first process'
    : `through ${code(shell[0] ?? '/bin/sh')}, which gets the signals in its place`;
