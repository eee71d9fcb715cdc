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

export type SettingRow = {
  readonly title: string;
  readonly values: readonly string[];
  /** What it means for a container, in a sentence. */
  readonly meaning: string;
};

/** Everything but command, environment and labels. What is rarely set shows only when it is. */
export function settingRows(settings: ImageSettings): readonly SettingRow[] {
  const { workingDirectory, user, ports, volumes, stopSignal, shell, healthcheck, onBuild } = settings;
  const rows: readonly (SettingRow & { readonly rare?: boolean })[] = [
    {
      title: 'Ports',
      values: ports,
      meaning:
        ports.length === 0
          ? 'EXPOSE would document a port here. One can be opened without it, by -p.'
          : 'EXPOSE documents a port; -p opens it.',
    },
    {
      title: 'Working directory',
      values: [workingDirectory || '/'],
      meaning: 'Where the command starts; it is made if it isn’t there.',
    },
    {
      title: 'User',
      values: [user || 'root'],
      meaning:
        user === ''
          ? 'The image names nobody, so its command runs as root inside the container.'
          : /^(0|root)(:|$)/.test(user)
            ? 'The command runs as root inside the container.'
            : 'The command runs as this user, not as root.',
    },
    {
      title: 'Volumes',
      values: volumes,
      meaning: 'What is written there lies outside the container’s writable layer, and outlives it.',
      rare: true,
    },
    {
      title: 'Health check',
      values: healthcheck.length === 0 ? [] : [healthLine(healthcheck)],
      meaning:
        healthcheck[0] === 'NONE'
          ? 'A check that the base image had is switched off.'
          : 'Runs inside the container now and then; it is healthy while this succeeds.',
      rare: true,
    },
    {
      title: 'Stop signal',
      values: stopSignal === '' ? [] : [stopSignal],
      meaning: 'What docker stop sends first; after ten seconds it ends the container by force.',
      rare: true,
    },
    {
      title: 'Shell',
      values: shell.length === 0 ? [] : [shell.map(shellWord).join(' ')],
      meaning: 'Runs commands that a Dockerfile writes without brackets.',
      rare: true,
    },
    {
      title: 'On build',
      values: onBuild,
      meaning: 'Waits in the image, and runs in every build that stands on it.',
      rare: true,
    },
  ];
  return rows.filter(({ rare, values }) => rare !== true || values.length > 0);
}

/** As HEALTHCHECK is written: moby keeps CMD-SHELL and a line, CMD and words, or NONE. */
function healthLine([kind = '', ...words]: readonly string[]): string {
  if (kind === 'CMD-SHELL') return words.join(' ');
  return kind === 'CMD' ? words.map(shellWord).join(' ') : 'none';
}
