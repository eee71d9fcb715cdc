/** What an image's settings mean for a container, each in a sentence. Pure. */
import type { HealthCheck, ImageDetail } from '../../../shared/contract/images.js';
import { shellWord } from '../../../shared/docker-command.js';
import { formatDuration } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';

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
      title: say('image.runs.ports'),
      values: ports,
      meaning: say(ports.length === 0 ? 'image.runs.ports.none' : 'image.runs.ports.some'),
    },
    {
      title: say('image.runs.directory'),
      values: [workingDirectory || '/'],
      meaning: say('image.runs.directory.meaning'),
    },
    {
      title: say('image.runs.user'),
      values: [user || 'root'],
      meaning: say(`image.runs.user.${runsAs(user)}`),
    },
    {
      title: say('image.runs.volumes'),
      values: volumes,
      meaning: say('image.runs.volumes.meaning'),
      rare: true,
    },
    {
      title: say('image.runs.health'),
      values: healthcheck === null ? [] : [healthLine(healthcheck)],
      meaning: healthcheck === null ? '' : healthSentence(healthcheck),
      rare: true,
    },
    {
      title: say('image.runs.signal'),
      values: stopSignal === '' ? [] : [stopSignal],
      meaning: say('image.runs.signal.meaning'),
      rare: true,
    },
    {
      title: say('image.runs.shell'),
      values: shell.length === 0 ? [] : [inShell(shell)],
      meaning: say('image.runs.shell.meaning'),
      rare: true,
    },
    {
      title: say('image.runs.onBuild'),
      values: onBuild,
      meaning: say('image.runs.onBuild.meaning'),
      rare: true,
    },
    {
      title: say('image.runs.platform'),
      values: [
        [os, architecture].filter((part) => part !== '').join('/') || say('image.runs.platform.unknown'),
      ],
      meaning: say('image.runs.platform.meaning'),
    },
  ];
  return rows.filter(({ rare, values }) => rare !== true || values.length > 0);
}

function runsAs(user: string): 'nobody' | 'root' | 'other' {
  if (user === '') return 'nobody';
  return /^(0|root)(:|$)/.test(user) ? 'root' : 'other';
}

const inShell = (words: readonly string[]): string => words.map((word) => shellWord(word)).join(' ');

/** As HEALTHCHECK is written. */
function healthLine({ test: [kind = '', ...words] }: HealthCheck): string {
  if (kind === 'CMD-SHELL') return words.join(' ');
  return kind === 'CMD' ? inShell(words) : say('image.runs.health.none');
}

function healthSentence({ test, interval, timeout, startPeriod, retries }: HealthCheck): string {
  if (test[0] === 'NONE') return say('image.runs.health.off');
  const often = { interval: formatDuration(interval), timeout: formatDuration(timeout) };
  return [
    say('image.runs.health.often', often),
    say('image.runs.health.fails', { count: retries }),
    ...(startPeriod === 0 ? [] : [say('image.runs.health.grace', { time: formatDuration(startPeriod) })]),
  ].join(' ');
}
