/** Go's own tool. */
import type { ShellCommand, ShellWord } from '../../shell/script.js';
import { hadolintRule } from './hadolint-rule.js';
import { commandsOf } from './run.js';
import { isVariable } from './package-manager.js';
import { unpinned } from './pinning.js';

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

/** Names of what is at hand already. */
const NO_MODULES: ReadonlySet<string> = new Set(['all', 'cmd', 'std', 'tool', 'work']);

const pinned = hadolintRule('DL3062', 'warning', 'why.pin', function* (model) {
  for (const { run, command } of commandsOf(model, (name) => name === 'go'))
    yield* unpinned(
      run,
      `go ${command.words[1]?.text ?? ''}`,
      packagesOf(command).filter((word) => !isPinned(word)),
      (name) => `${name.replace(/@.*$/, '')}@<version>`,
      'takes',
    );
});

/** Go's flags have one dash and stand before the packages; `go run` takes one, and gives it the rest. */
function packagesOf({ words }: ShellCommand): readonly ShellWord[] {
  const verb = words[1]?.text ?? '';
  if (!VERBS.has(verb)) return [];
  let at = 2;
  for (let text = words[at]?.text; text?.startsWith('-'); text = words[at]?.text)
    at += VALUED.has(text) ? 2 : 1;
  const packages = words.slice(at, verb === 'run' ? at + 1 : undefined);
  return packages.filter(({ text }) => !text.startsWith('-'));
}

function isPinned(word: ShellWord): boolean {
  const { text } = word;
  if (isVariable(word) || NO_MODULES.has(text) || /^(?:\.{0,2}\/|\.{1,3}$)|\.go$/.test(text)) return true;
  return /@(?!latest$)./.test(text);
}

export const goRules = [pinned];
