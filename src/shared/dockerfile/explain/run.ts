/** RUN: what a shell command does, as far as its commands are known. */
import type { CommandInstruction } from '../syntax.js';
import { readScript } from '../shell/read-script.js';
import type { ShellCommand } from '../shell/script.js';
import { deedsOf } from './commands.js';
import type { Deed } from './deed.js';
import type { Place, Words } from './explanation.js';
import { loansOf, type Loans } from './mounts.js';
import { code, codes, commandWords, count, list } from './phrases.js';

/** More deeds than that make no sentence. */
const MOST_DEEDS = 5;
/** Of what it is lent so much is named. */
const MOST_LOANS = 6;
const SHELL = /(?:^|\/)(?:ba|da|a|z|k)?sh$/;

export function explainRun(instruction: CommandInstruction, place: Place): Words {
  const { scope } = place;
  const loans = loansOf(instruction, place);
  const text = shellTextOf(instruction, scope.shell);
  const script = text === null ? null : readScript(text);
  const deeds = script ? deedsOf(script, (word) => scope.shown(word)) : [];
  const does = deeds.length > 0 ? told(deeds) : asWritten(instruction);
  const added = loans.phrases.length === 0 ? '' : `, ${list(loans.phrases, MOST_LOANS)}`;
  return {
    text: `${does}${added}. ${why(script?.commands ?? [], deeds)}`.trim(),
    effect: 'filesystem',
    makesLayer: true,
    invalidatedBy: whenAgain(deeds, loans, place),
    atRunTime: script?.commands.some(isStarting)
      ? 'What it starts ends with this step: only files stay, no running program.'
      : null,
  };
}

/** What a POSIX shell reads; null when there is none, or none that is known. */
function shellTextOf({ command, heredocs }: CommandInstruction, shell: readonly string[]): string | null {
  if (command.form === 'exec') {
    const [program = '', flags = '', text] = command.items;
    return SHELL.test(program) && /^-[a-z]*c$/.test(flags) ? (text ?? null) : null;
  }
  if (!SHELL.test(shell[0] ?? '')) return null;
  const [first] = heredocs;
  if (!first || !isHeredocAlone(command.text)) return command.text;
  const interpreter = interpreterOf(first.content);
  return interpreter === null || SHELL.test(interpreter) ? first.content : null;
}

/** Then it is the script itself. */
const isHeredocAlone = (text: string): boolean => /^(?:\d*<<-?\s*\S+\s*)+$/.test(text.trim());

const interpreterOf = (script: string): string | null =>
  /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(\S+)/.exec(script)?.[1] ?? null;

function asWritten({ command, heredocs }: CommandInstruction): string {
  if (command.form === 'exec') return `Runs ${code(commandWords(command))} without a shell`;
  const [first] = heredocs;
  if (!first || !isHeredocAlone(command.text)) return `Runs ${code(command.text)}`;
  const lines = first.content.split('\n').length - (first.content.endsWith('\n') ? 1 : 0);
  const interpreter = interpreterOf(first.content);
  return `Runs the script of ${count(lines, 'line')} that follows${interpreter === null ? '' : ` with ${code(interpreter)}`}`;
}

/** As many deeds as make a sentence, in their order; the lesser ones are left out first, and counted. */
function told(deeds: readonly Deed[]): string {
  const major = deeds.filter(({ kind }) => kind === 'fetches' || kind === 'makes');
  const isAll = deeds.length <= MOST_DEEDS;
  const named = isAll ? deeds : (major.length > 0 ? major : deeds).slice(0, MOST_DEEDS - 1);
  const parts = named.map(({ text }) => text);
  const left = deeds.length - named.length;
  const before = parts.slice(0, -1).join(', ');
  const words = isAll
    ? [before, parts.at(-1)].filter(Boolean).join(', then ')
    : `${parts.join(', ')}, and does ${count(left, 'more thing')}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What the whole of it means for layers. */
function why(commands: readonly ShellCommand[], deeds: readonly Deed[]): string {
  const uses = (name: RegExp, argument: RegExp): boolean =>
    commands.some((one) => name.test(one.name) && one.words.some(({ text }) => argument.test(text)));
  const isFetching = deeds.some(({ kind }) => kind === 'fetches');
  if (isFetching && uses(/^rm$/, /\/var\/(?:lib\/apt|cache)/))
    return 'As all of it is one step, what is deleted at its end never gets into a layer.';
  if (deeds.length > 0 && deeds.every(({ kind }) => kind === 'tidies'))
    return 'The layers below still hold what it takes away: the image gets no smaller.';
  if (uses(/^ln$/, /^\/dev\/std(?:out|err)$/)) return `There ${code('docker logs')} finds it.`;
  return !isFetching && uses(/^ch(?:own|mod)$/, /^-[a-z]*R|^--recursive$/)
    ? 'Each file that it changes is in this layer once more.'
    : '';
}

function whenAgain(deeds: readonly Deed[], { hasFiles, hasSecret }: Loans, { declared }: Place): string {
  const causes = [
    'its text',
    declared.size === 0 ? '' : `the build argument${declared.size === 1 ? '' : 's'} ${codes([...declared])}`,
    hasFiles ? 'a file that it is lent' : '',
  ].filter(Boolean);
  const sentences = [
    `Runs again when ${causes.join(', ')} or anything above changes.`,
    deeds.some(({ kind }) => kind === 'fetches')
      ? 'Newer versions to fetch don’t make it: it reuses what it got the last time.'
      : '',
    hasSecret ? 'Another value of the secret makes no difference.' : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

const isStarting = ({ name, words }: ShellCommand): boolean =>
  (name === 'service' || name === 'systemctl') && words.some(({ text }) => text === 'start');
