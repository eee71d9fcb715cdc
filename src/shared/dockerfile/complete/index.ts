/** What could be written at a place of a Dockerfile. Pure; the names of the context's files are for the caller to ask for. */
import { say } from '../../words/index.js';
import { parseDockerfile } from '../parse.js';
import type { Dockerfile, Instruction } from '../syntax.js';
import {
  DIRECTIVES,
  FLAG_VALUES,
  FLAGS,
  HEALTH,
  INSTRUCTIONS,
  PLATFORM_ARGUMENTS,
  SIGNALS,
  type Words,
} from './words.js';

export type Proposal = {
  readonly text: string;
  readonly kind: 'instruction' | 'flag' | 'value' | 'stage' | 'variable';
  /** What it does, in a few words. Empty: its name says it. */
  readonly detail: string;
};

export type Proposals = {
  /** What is typed of it stands from here (UTF-16 units) to the place that was asked about. */
  readonly from: number;
  readonly proposals: readonly Proposal[];
  /** A path of the context could stand here too: as far as it is typed. */
  readonly path: string | null;
};

/**
 * @param text the Dockerfile
 * @param offset the place, in UTF-16 units from the start
 * @returns null where nothing is worth proposing: in a comment, a heredoc, a shell command
 */
export function completeAt(text: string, offset: number): Proposals | null {
  const before = text.slice(0, offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const file = parseDockerfile(before);
  const last = file.instructions.at(-1);
  const goesOn = last !== undefined && reaches(last, before, file.escape);
  if (goesOn && last.heredocs.some(({ range }) => range.start.offset <= offset)) return null;
  if (line.trimStart().startsWith('#')) return directives(file, line, offset);
  const typed = /\S*$/.exec(line)?.[0] ?? '';
  if (!goesOn || offset <= last.keywordRange.end.offset) {
    if (line.trim() !== typed) return null;
    return { from: offset - typed.length, proposals: instructions(typed, file), path: null };
  }
  return within(last, file, typed, offset);
}

/** Whether the end of the text still belongs to its last instruction. */
function reaches(last: Instruction, before: string, escape: string): boolean {
  const rest = before.slice(last.range.end.offset);
  if (!rest.includes('\n')) return true;
  // After a continuation: only blank lines and comments may stand between.
  const ends =
    before.slice(0, last.range.end.offset).trimEnd().endsWith(escape) || rest.trimStart().startsWith(escape);
  return (
    ends &&
    rest
      .replace(escape, '')
      .split('\n')
      .every((one) => /^\s*(?:#.*)?$/.test(one))
  );
}

function directives({ instructions: found }: Dockerfile, line: string, offset: number): Proposals | null {
  if (found.length > 0) return null;
  return { from: offset - line.length, proposals: proposalsOf(DIRECTIVES, 'value'), path: null };
}

function instructions(typed: string, file: Dockerfile): readonly Proposal[] {
  // In the case that the file is written in.
  const isLower = typed === '' ? (file.instructions[0]?.keywordText ?? 'F') : typed;
  const asWritten = (word: string): string => (/^[a-z]/.test(isLower) ? word.toLowerCase() : word);
  return INSTRUCTIONS.map(([word, detail]) => ({
    text: `${asWritten(word)} `,
    kind: 'instruction',
    detail: detailOf(detail),
  }));
}

function within(instruction: Instruction, file: Dockerfile, typed: string, offset: number): Proposals | null {
  const keyword = instruction.keyword;
  const variable = /\$\{?(\w*)$/.exec(typed);
  if (variable && keyword !== 'UNKNOWN') {
    const from = offset - (variable[1]?.length ?? 0);
    return { from, proposals: variablesFor(instruction, file), path: null };
  }
  if (typed.startsWith('-')) return flags(instruction, file, typed, offset);
  const isFirst = wordsOf(instruction, typed) === 0;
  switch (keyword) {
    case 'FROM':
      return isFirst ? { from: offset - typed.length, proposals: stagesOf(file), path: null } : null;
    case 'COPY':
    case 'ADD': {
      const isElsewhere = instruction.flags.some(({ name }) => name === 'from');
      return isElsewhere ? null : { from: offset - typed.length, proposals: [], path: typed };
    }
    case 'STOPSIGNAL':
      return { from: offset - typed.length, proposals: proposalsOf(SIGNALS, 'value'), path: null };
    case 'HEALTHCHECK':
      if (!isFirst) return null;
      return { from: offset - typed.length, proposals: proposalsOf(HEALTH, 'value'), path: null };
    case 'ARG':
      return {
        from: offset - typed.length,
        proposals: proposalsOf(PLATFORM_ARGUMENTS, 'variable'),
        path: null,
      };
    case 'ONBUILD': {
      const inner = instruction.instruction;
      if (inner && inner.keywordRange.end.offset < offset) return within(inner, file, typed, offset);
      return { from: offset - typed.length, proposals: instructions(typed, file), path: null };
    }
    default:
      return null;
  }
}

/** Words that stand before the one that is typed, flags aside. */
const wordsOf = ({ value }: Instruction, typed: string): number =>
  value
    .slice(0, value.endsWith(typed) ? value.length - typed.length : undefined)
    .split(/\s+/)
    .filter(Boolean).length;

function flags(
  { keyword, flags: given }: Instruction,
  file: Dockerfile,
  typed: string,
  offset: number,
): Proposals | null {
  const [, name, value] = /^--([\w-]+)=(.*)$/.exec(typed) ?? [];
  if (name !== undefined && value !== undefined) {
    const known = name === 'from' ? stagesOf(file) : proposalsOf(FLAG_VALUES[name] ?? [], 'value');
    return known.length === 0 ? null : { from: offset - value.length, proposals: known, path: null };
  }
  const used = new Set(given.map((flag) => flag.name));
  const left = (FLAGS[keyword] ?? []).filter(([flag]) => {
    const plain = flag.replace(/^--|=$/g, '');
    return plain === 'mount' || plain === 'exclude' || `--${plain}` === typed || !used.has(plain);
  });
  if (left.length === 0) return null;
  return { from: offset - typed.length, proposals: proposalsOf(left, 'flag'), path: null };
}

/** Stages so far, the one that is being written aside. */
function stagesOf({ stages, instructions: all }: Dockerfile): readonly Proposal[] {
  const open = all.at(-1);
  return stages
    .filter((stage) => stage.from !== open)
    .flatMap(({ name, from }): Proposal[] =>
      name === null
        ? []
        : [
            {
              text: name,
              kind: 'stage',
              detail: say('complete.stage', { line: String(from.range.start.line) }),
            },
          ],
    )
    .reverse();
}

/** Declared above: arguments before the first FROM for FROM, those of the stage for all else. */
function variablesFor(instruction: Instruction, file: Dockerfile): readonly Proposal[] {
  const inStage = file.stages.at(-1)?.instructions ?? [];
  const declared = instruction.keyword === 'FROM' ? file.globals : inStage;
  const found = new Map<string, string>();
  for (const one of declared) {
    if (one === instruction || (one.keyword !== 'ARG' && one.keyword !== 'ENV')) continue;
    for (const { key, value } of one.pairs)
      found.set(key.text, value === null ? say('complete.given') : value.text);
  }
  const platforms = instruction.keyword === 'FROM' ? PLATFORM_ARGUMENTS : [];
  const known = [...found].map(([text, detail]): Proposal => ({ text, kind: 'variable', detail }));
  return [...known.toReversed(), ...proposalsOf(platforms, 'variable')];
}

const proposalsOf = (words: Words, kind: Proposal['kind']): readonly Proposal[] =>
  words.map(([text, detail]) => ({ text, kind, detail: detailOf(detail) }));

const detailOf = (key: Words[number][1]): string => (key === null ? '' : say(key));
