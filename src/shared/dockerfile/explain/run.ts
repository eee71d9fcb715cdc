/** RUN: what a shell command does, as far as its commands are known. */
import type { CommandInstruction, Heredoc } from '../syntax.js';
import { readScript } from '../shell/read-script.js';
import type { ShellCommand } from '../shell/script.js';
import { deedOf, isMinor } from './commands.js';
import type { Place, Words } from './explanation.js';
import { code, list } from './phrases.js';

/** More deeds than that make no sentence. */
const MOST_DEEDS = 5;

export function explainRun(instruction: CommandInstruction, { scope }: Place): Words {
  const { command, heredocs, flags } = instruction;
  const commands = command.form === 'shell' ? readScript(scriptOf(command.text, heredocs)).commands : [];
  const deeds = deedsOf(commands, (text) => scope.shown(text));
  const does =
    command.form === 'exec'
      ? `Runs ${code(command.items.join(' '))} without a shell`
      : (told(deeds) ?? `Runs ${code(command.text)}`);
  const mounts = flags.flatMap(({ name, value }) =>
    name === 'mount' && value !== null ? [mountPhrase(value)] : [],
  );
  const isOffline = flags.some(({ name, value }) => name === 'network' && value === 'none');
  const added = [...mounts, isOffline ? 'without a network' : ''].filter(Boolean);
  return {
    text: `${does}${added.length === 0 ? '' : `, ${list(added, added.length)}`}. ${joined(commands)}`.trim(),
    effect: 'filesystem',
    makesLayer: true,
    invalidatedBy: deeds.some(isFetching)
      ? 'Runs again when its text or anything above changes. Newer packages to fetch don’t make it: it reuses what it got the last time.'
      : 'Runs again when its text, a variable that it can see, or anything above changes.',
    atRunTime: commands.some(isStarting)
      ? 'What it starts ends with this step: only files stay, no running program.'
      : null,
  };
}

/** The shell reads the first heredoc as its script when there is no command before it. */
const scriptOf = (text: string, heredocs: readonly Heredoc[]): string =>
  /^<<-?/.test(text.trim()) ? heredocs.map(({ content }) => content).join('\n') : text;

/** In their order, the same one after itself left out. */
function deedsOf(commands: readonly ShellCommand[], shown: (text: string) => string): readonly string[] {
  return commands
    .filter(({ depth, through, words }) => depth === 0 && words.length > 0 && !isWrapper(commands, through))
    .map((command) => deedOf(command, shown))
    .filter((deed) => deed !== null)
    .filter((deed, at, all) => deed !== all[at - 1]);
}

/** Null when there is nothing to tell of. */
function told(deeds: readonly string[]): string | null {
  if (deeds.length === 0) return null;
  const words = list(chosen(deeds), MOST_DEEDS + 1);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** As many as make a sentence, in their order; the lesser ones are left out first, and counted. */
function chosen(deeds: readonly string[]): readonly string[] {
  if (deeds.length <= MOST_DEEDS) return deeds;
  const major = deeds.filter((deed) => !isMinor(deed));
  const named = (major.length > 0 ? major : deeds).slice(0, MOST_DEEDS - 1);
  return [...named, `${String(deeds.length - named.length)} more things`];
}

/** The command around another one is no deed of its own. */
const isWrapper = (commands: readonly ShellCommand[], through: string | null): boolean =>
  through !== null && !commands.some(({ name }) => name === through);

/** Why so much stands in one RUN. */
function joined(commands: readonly ShellCommand[]): string {
  const names = commands.map(({ name, words }) => `${name} ${words[1]?.text ?? ''}`);
  const cleans = commands.some(
    ({ name, words }) => name === 'rm' && words.some(({ text }) => /\/var\/(?:lib\/apt|cache)/.test(text)),
  );
  if (cleans && names.some((name) => /^(?:apt-get|apt|yum|dnf) /.test(name)))
    return 'As all of it is one step, what is deleted at its end never gets into a layer.';
  const isLog = commands.some(
    ({ name, words }) => name === 'ln' && words.some(({ text }) => /^\/dev\/std(?:out|err)$/.test(text)),
  );
  return isLog ? `There ${code('docker logs')} finds it.` : '';
}

const isFetching = (deed: string): boolean => /^(?:installs|downloads|fetches|reads which|brings)/.test(deed);

const isStarting = ({ name, words }: ShellCommand): boolean =>
  (name === 'service' && words.some(({ text }) => text === 'start')) ||
  (name === 'systemctl' && words.some(({ text }) => text === 'start'));

function mountPhrase(value: string): string {
  const options = new Map(
    value.split(',').map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]),
  );
  const place = options.get('target') ?? options.get('dst') ?? options.get('destination');
  const at = place === undefined ? '' : ` at ${code(place)}`;
  switch (options.get('type') ?? 'bind') {
    case 'cache':
      return `with a folder${at} that is kept between builds and is in no layer`;
    case 'secret':
      return `with the secret ${code(options.get('id') ?? '')}${at}, which is in no layer`;
    case 'ssh':
      return 'with your ssh agent, which is in no layer';
    case 'tmpfs':
      return `with a folder in memory${at}`;
    default:
      return `with ${code(options.get('source') ?? options.get('src') ?? '.')} of ${options.has('from') ? code(options.get('from') ?? '') : 'the project folder'} lent to it${at}`;
  }
}
