/** Archives that are copied, only to be unpacked: what ADD does in one step. */
import { say } from '../../../words/index.js';
import { hasFlag } from '../../shell/arguments.js';
import type { ShellCommand } from '../../shell/script.js';
import type { CopyInstruction } from '../../syntax.js';
import { fileName, isTarArchive } from './archive-name.js';
import { hadolintRule, problemAt } from './hadolint-rule.js';
import { runsOf } from './run.js';
import { stepGroups } from './steps.js';
import { unquote } from './variables.js';

const UNPACKERS: ReadonlySet<string> = new Set([
  ...[
    'unzip',
    'gunzip',
    'bunzip2',
    'unxz',
    'unlzma',
    'unzstd',
    'uncompress',
    'bzcat',
    'zcat',
    'xzcat',
    'zgz',
    '7z',
  ],
]);

export const unpackingRules = [
  hadolintRule('DL3010', 'info', 'why.DL3010', function* (model) {
    const runs = new Map(runsOf(model).map((run) => [run.step, run]));
    for (const steps of stepGroups(model)) {
      const copied = new Map<string, CopyInstruction>();
      for (const step of steps) {
        const { effective } = step;
        if (effective.keyword === 'COPY')
          for (const name of archivesOf(effective)) copied.set(name, effective);
        if (copied.size === 0) continue;
        for (const name of runs.get(step)?.commands.flatMap(unpackedBy) ?? []) {
          const copy = copied.get(name);
          if (!copy) continue;
          copied.delete(name);
          yield problemAt(
            copy.range,
            say('checks.unpacked', { name, line: String(step.instruction.range.start.line) }),
          );
        }
      }
    }
  }),
];

/** By what they are called in the image, and in the context. */
function archivesOf({ sources, destination, flags }: CopyInstruction): readonly string[] {
  if (flags.some(({ name }) => name === 'from')) return [];
  const names = sources.map(({ text }) => fileName(unquote(text.replaceAll('\\', '/')))).filter(isTarArchive);
  const target = fileName(unquote((destination?.text ?? '').replaceAll('\\', '/')));
  return names.length > 0 && isTarArchive(target) ? [...names, target] : names;
}

function unpackedBy(command: ShellCommand): readonly string[] {
  if (!isUnpacking(command)) return [];
  return command.words.slice(1).map(({ raw }) => fileName(raw.replace(/["']/g, '').replace(/^.*=/, '')));
}

function isUnpacking(command: ShellCommand): boolean {
  if (command.name === 'tar' || command.name === 'bsdtar')
    return (
      hasFlag(command, ['x', 'extract', 'get']) || /^[A-Za-z]*x[A-Za-z]*$/.test(command.words[1]?.text ?? '')
    );
  if (command.name === 'gzip' || command.name === 'bzip2' || command.name === 'xz' || command.name === 'zstd')
    return hasFlag(command, ['d', 'decompress', 'uncompress']);
  return UNPACKERS.has(command.name);
}
