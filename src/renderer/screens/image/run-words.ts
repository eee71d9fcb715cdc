/** What an image's settings mean when it runs, in a line of shell and in sentences. Pure. */
import type { ImageSettings } from '../../../shared/contract/images.js';

/** A word as a POSIX shell takes it: quoted only when it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The command that a container of the image runs: entrypoint and arguments; empty when the image names none. */
export const commandLine = ({ entrypoint, command }: ImageSettings): string =>
  [...entrypoint, ...command].map(shellWord).join(' ');

/** A `docker run` that opens what the image exposes. */
export function dockerRun(settings: ImageSettings, reference: string): string {
  const ports = settings.ports.flatMap((port) => {
    const [number = '', protocol = 'tcp'] = port.split('/');
    return ['-p', `${number}:${number}${protocol === 'tcp' ? '' : `/${protocol}`}`];
  });
  return ['docker', 'run', '--rm', '-it', ...ports, reference].map(shellWord).join(' ');
}

/** How entrypoint and command come together, for this image. */
export function commandSentence({ entrypoint, command }: ImageSettings): string {
  if (entrypoint.length > 0 && command.length > 0)
    return 'The entrypoint always runs; the command is its arguments, and gives way to what is written after the image’s name.';
  if (entrypoint.length > 0)
    return 'The entrypoint always runs; what is written after the image’s name becomes its arguments.';
  if (command.length > 0) return 'This runs unless another command is written after the image’s name.';
  return 'The image names no command: one must be written after its name.';
}
