/** Go's own tool. */
import type { ShellCommand, ShellWord } from '../../shell/script.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { commandsOf } from './run.js';
import { isVariable } from './package-manager.js';

const VERBS: ReadonlySet<string> = new Set(['install', 'get', 'run']);
const VALUED: ReadonlySet<string> = new Set([
  ...[
    '-C',
    '-p',
    '-asmflags',
    '-buildmode',
    '-buildvcs',
    '-compiler',
    '-gccgoflags',
    '-gcflags',
    '-installsuffix',
  ],
  ...['-ldflags', '-mod', '-modfile', '-overlay', '-pgo', '-pkgdir', '-tags', '-toolexec', '-exec', '-o'],
]);

const pinned = hadolintRule(
  'DL3062',
  'warning',
  'Without a version, each build takes the newest there is: the same Dockerfile gives another image tomorrow.',
  function* (model) {
    for (const { run, command } of commandsOf(model))
      for (const word of packagesOf(command))
        if (!isPinned(word))
          yield problemAt(
            run.range(word),
            `go ${command.words[1]?.text ?? ''} takes “${word.text}” in whichever version is newest: pin it, ${word.text.replace(/@.*$/, '')}@<version>`,
          );
  },
);

/** Go's flags have one dash and stand before the packages; `go run` takes one, and gives it the rest. */
function packagesOf({ name, words }: ShellCommand): readonly ShellWord[] {
  const verb = words[1]?.text ?? '';
  if (name !== 'go' || !VERBS.has(verb)) return [];
  let at = 2;
  for (let text = words[at]?.text; text?.startsWith('-'); text = words[at]?.text)
    at += VALUED.has(text) ? 2 : 1;
  const packages = words.slice(at, verb === 'run' ? at + 1 : undefined);
  return packages.filter(({ text }) => !text.startsWith('-'));
}

function isPinned(word: ShellWord): boolean {
  const { text } = word;
  if (isVariable(word) || /^(?:\.{0,2}\/|\.{1,3}$)|\.go$/.test(text)) return true;
  return /@(?!latest$)./.test(text);
}

export const goRules = [pinned];
