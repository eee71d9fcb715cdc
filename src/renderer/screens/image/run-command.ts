/** The command that an image runs, in a line of shell and in sentences. Pure. */
import type { ImageSettings } from '../../../shared/contract/images.js';
import { shellWord, type Shell } from '../../../shared/docker-command.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';

/** What runs a line that a Dockerfile writes without brackets, unless SHELL says otherwise: moby's builder/dockerfile. */
const USUAL_SHELLS: readonly (readonly string[])[] = [
  ['/bin/sh', '-c'],
  ['cmd', '/S', '/C'],
];

/** The line that a shell runs, for words that were written as one; null for words that run as they are. */
export function shellLine(words: readonly string[], { shell }: Pick<ImageSettings, 'shell'>): string | null {
  const shells = shell.length === 0 ? USUAL_SHELLS : [shell, ...USUAL_SHELLS];
  const isOne = shells.some(
    (start) => words.length === start.length + 1 && start.every((word, at) => word === words[at]),
  );
  return isOne ? (words.at(-1) ?? null) : null;
}

/** The command that a container of the image runs: entrypoint and arguments; empty when the image names none. */
export function commandLine(settings: ImageSettings): string {
  const { entrypoint, command } = settings;
  const only = entrypoint.length === 0 ? command : command.length === 0 ? entrypoint : null;
  const line = only && shellLine(only, settings);
  return line ?? [...entrypoint, ...command].map((word) => shellWord(word)).join(' ');
}

/** How entrypoint and command come together, for this image. */
export function commandSentence(settings: ImageSettings): string {
  const { entrypoint, command } = settings;
  const asLine = (words: readonly string[]): boolean => shellLine(words, settings) !== null;
  const by = (words: readonly string[]): string =>
    visibleText(
      words
        .slice(0, -1)
        .map((word) => shellWord(word))
        .join(' '),
    );
  if (entrypoint.length > 0 && asLine(entrypoint))
    return say('image.runs.entrypointShell', { shell: by(entrypoint) });
  if (entrypoint.length > 0 && command.length > 0) {
    const form = asLine(command) ? [say('image.runs.bothShell', { shell: by(command) })] : [];
    return [say('image.runs.both'), ...form].join(' ');
  }
  if (entrypoint.length > 0) return say('image.runs.entrypointOnly');
  if (command.length === 0) return say('image.runs.noCommand');
  return asLine(command)
    ? say('image.runs.commandShell', { shell: by(command) })
    : say('image.runs.commandOnly');
}

/** More ports than this would make a line that nobody reads. */
const MOST_PORTS = 12;

/** A `docker run` that opens what the image exposes: each port where it is few, any that are free where it is many. */
export function dockerRun(settings: ImageSettings, reference: string, shell: Shell): string {
  const ports = settings.ports.flatMap((port) => {
    const [number = '', protocol = 'tcp'] = port.split('/');
    return ['-p', `${number}:${number}${protocol === 'tcp' ? '' : `/${protocol}`}`];
  });
  const open = settings.ports.length > MOST_PORTS ? ['--publish-all'] : ports;
  return ['docker', 'run', '--rm', '-it', ...open, reference].map((word) => shellWord(word, shell)).join(' ');
}
