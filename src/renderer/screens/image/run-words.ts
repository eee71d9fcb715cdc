/** What an image's settings mean for a container, each in a sentence. Pure. */
import type { HealthCheck, ImageDetail } from '../../../shared/contract/images.js';
import { shellWord } from '../../../shared/docker-command.js';
import { formatDuration } from '../../../shared/units.js';

export type SettingRow = {
  readonly title: string;
  readonly values: readonly string[];
  /** What it means for a container, in a sentence. */
  readonly meaning: string;
};

type Described = Pick<ImageDetail, 'settings' | 'os' | 'architecture'>;

/** Everything but command, environment and labels. What is rarely set shows only when it is. */
export function settingRows({ settings, os, architecture }: Described): readonly SettingRow[] {
  const { workingDirectory, user, ports, volumes, stopSignal, shell, healthcheck, onBuild } = settings;
  const rows: readonly (SettingRow & { readonly rare?: boolean })[] = [
    {
      title: 'Ports',
      values: ports,
      meaning:
        ports.length === 0
          ? 'The image documents no port. One can be opened all the same, by -p.'
          : 'Documented by EXPOSE, not published: -p opens them when a container is made.',
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
      values: healthcheck === null ? [] : [healthLine(healthcheck)],
      meaning: healthcheck === null ? '' : healthSentence(healthcheck),
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
      values: shell.length === 0 ? [] : [inShell(shell)],
      meaning: 'Runs commands that a Dockerfile writes without brackets.',
      rare: true,
    },
    {
      title: 'On build',
      values: onBuild,
      meaning: 'Waits in the image, and runs in every build that stands on it.',
      rare: true,
    },
    {
      title: 'Platform',
      values: [[os, architecture].filter((part) => part !== '').join('/') || 'unknown'],
      meaning: 'What the image was made for; elsewhere it runs by emulation, if at all.',
    },
  ];
  return rows.filter(({ rare, values }) => rare !== true || values.length > 0);
}

const inShell = (words: readonly string[]): string => words.map((word) => shellWord(word)).join(' ');

/** As HEALTHCHECK is written. */
function healthLine({ test: [kind = '', ...words] }: HealthCheck): string {
  if (kind === 'CMD-SHELL') return words.join(' ');
  return kind === 'CMD' ? inShell(words) : 'none';
}

function healthSentence({ test, interval, timeout, startPeriod, retries }: HealthCheck): string {
  if (test[0] === 'NONE') return 'A check that the base image had is switched off.';
  const fails = retries === 1 ? 'When it fails once' : `When it fails ${retries} times in a row`;
  const grace = startPeriod === 0 ? '' : ` Failures in the first ${formatDuration(startPeriod)} don’t count.`;
  return `Runs in the container every ${formatDuration(interval)}, and has failed after ${formatDuration(timeout)}. ${fails}, the container is marked unhealthy; nothing restarts it.${grace}`;
}
