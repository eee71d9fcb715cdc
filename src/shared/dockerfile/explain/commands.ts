/** The commands of a script as what they do, in their order, each once; one that isn't known is named as it is. */
import { say } from '../../words/index.js';
import type { Joint, Script, ShellCommand } from '../shell/script.js';
import { Given, makes, unknown, type Deed, type Reader } from './deed.js';
import { PACKAGE_MANAGERS } from './packages.js';
import { code } from './phrases.js';
import { TOOLS } from './tools.js';

const READERS: Readonly<Record<string, Reader>> = { ...PACKAGE_MANAGERS, ...TOOLS };

/** @param shown a text with the variables in it that are known */
export function deedsOf(script: Script, shown: (text: string) => string): readonly Deed[] {
  const commands = script.commands.filter(({ depth, words }) => depth === 0 && words.length > 0);
  const joints = script.joints.filter(({ depth }) => depth === 0);
  const deeds = new Map<string, Deed>();
  let at = 0;
  let isRun = false;
  commands.forEach((command, index) => {
    const next = commands[index + 1];
    // The command around another one is no deed of its own.
    if (next?.through === command.name && next.end === command.end) return;
    while ((joints[at]?.start ?? Infinity) < command.end) at++;
    const joint = joints[at];
    const wasRun = isRun;
    isRun = joint?.operator === '|' && next !== undefined && isShell(next) && isDownload(command);
    if (wasRun) return;
    const deed = deedOf(command, redirectionsOf(script.text, command, joint), shown);
    const told = deed && isRun ? { ...deed, text: say('deeds.andRunsIt', { deed: deed.text }) } : deed;
    if (told && !deeds.has(told.text)) deeds.set(told.text, told);
  });
  return [...deeds.values()];
}

const isDownload = ({ name }: ShellCommand): boolean => /(?:^|\/)(?:curl|wget)$/.test(name);

/** One that reads its script from what it is given. */
const isShell = ({ name, words }: ShellCommand): boolean =>
  /(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(name) && words[1]?.text !== '-c';

function deedOf(command: ShellCommand, redirections: string, shown: (text: string) => string): Deed | null {
  const name = command.name.replace(/^.*\//, '');
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  const deed = reader ? reader.read(new Given(command, shown, reader.valued)) : unknown(command);
  if (deed && deed.kind !== 'unknown') return deed;
  const [, arrow = '', , target = ''] = /(?:^|\s)1?(>>?)\s*(["']?)([^\s"'<>&]+)\2/.exec(redirections) ?? [];
  if (target !== '' && !target.startsWith('/dev/') && ['echo', 'printf', 'cat'].includes(name))
    return makes(say(arrow === '>>' ? 'deeds.adds' : 'deeds.writes', { files: code(shown(target)) }));
  return deed && redirections.includes('<<') ? unknown(command, true) : deed;
}

/** What stands between a command's words and after them. */
function redirectionsOf(text: string, { words, start, end }: ShellCommand, joint: Joint | undefined): string {
  const pieces: string[] = [];
  let from = start;
  for (const word of words) {
    if (word.start > from) pieces.push(text.slice(from, word.start));
    from = word.end;
  }
  return [...pieces, text.slice(end, joint?.start)].join(' ');
}
