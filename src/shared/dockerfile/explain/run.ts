/** RUN: what a shell command does, as far as its commands are known. */
import { say } from '../../words/index.js';
import type { CommandInstruction } from '../syntax.js';
import { readScript } from '../shell/read-script.js';
import type { ShellCommand } from '../shell/script.js';
import { deedsOf } from './commands.js';
import type { Deed } from './deed.js';
import type { Place, Words } from './explanation.js';
import { loansOf, type Loans } from './mounts.js';
import { code, codes, commandWords, list, sentences, yes } from './phrases.js';

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
    text: sentences(`${does}${added}.`, why(script?.commands ?? [], deeds)),
    effect: 'filesystem',
    makesLayer: true,
    invalidatedBy: whenAgain(deeds, loans, place),
    atRunTime: script?.commands.some(isStarting) ? say('run.ends') : null,
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
  if (command.form === 'exec') return say('run.exec', { command: code(commandWords(command)) });
  const [first] = heredocs;
  if (!first || !isHeredocAlone(command.text)) return say('run.text', { command: code(command.text) });
  const lines = first.content.split('\n').length - (first.content.endsWith('\n') ? 1 : 0);
  const interpreter = interpreterOf(first.content);
  return say('run.script', { count: lines, with: interpreter === null ? 'none' : code(interpreter) });
}

/** As many deeds as make a sentence, in their order; the lesser ones are left out first, and counted. */
function told(deeds: readonly Deed[]): string {
  const major = deeds.filter(({ kind }) => kind === 'fetches' || kind === 'makes');
  const isAll = deeds.length <= MOST_DEEDS;
  const named = isAll ? deeds : (major.length > 0 ? major : deeds).slice(0, MOST_DEEDS - 1);
  const parts = named.map(({ text }) => text);
  const left = deeds.length - named.length;
  const last = parts.at(-1) ?? '';
  const words = !isAll
    ? say('deeds.more', { deeds: parts.join(', '), count: left })
    : parts.length < 2
      ? last
      : say('deeds.then', { before: parts.slice(0, -1).join(', '), last });
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What the whole of it means for layers. */
function why(commands: readonly ShellCommand[], deeds: readonly Deed[]): string {
  const uses = (name: RegExp, argument: RegExp): boolean =>
    commands.some((one) => name.test(one.name) && one.words.some(({ text }) => argument.test(text)));
  const isFetching = deeds.some(({ kind }) => kind === 'fetches');
  if (isFetching && uses(/^rm$/, /\/var\/(?:lib\/apt|cache)/)) return say('run.why.oneStep');
  if (deeds.length > 0 && deeds.every(({ kind }) => kind === 'tidies')) return say('run.why.noSmaller');
  if (uses(/^ln$/, /^\/dev\/std(?:out|err)$/)) return say('run.why.logs');
  return !isFetching && uses(/^ch(?:own|mod)$/, /^-[a-z]*R|^--recursive$/) ? say('run.why.onceMore') : '';
}

function whenAgain(deeds: readonly Deed[], { hasFiles, hasSecret }: Loans, { declared }: Place): string {
  return sentences(
    say('run.again', { count: declared.size, names: codes([...declared]), hasFiles: yes(hasFiles) }),
    deeds.some(({ kind }) => kind === 'fetches') ? say('run.again.newer') : '',
    hasSecret ? say('run.again.secret') : '',
  );
}

const isStarting = ({ name, words }: ShellCommand): boolean =>
  (name === 'service' || name === 'systemctl') && words.some(({ text }) => text === 'start');
