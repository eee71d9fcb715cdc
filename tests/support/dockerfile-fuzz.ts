/** Dockerfiles gone wrong, the same ones for the same seed, and what must be true of the tree of any of them. */
import type { Dockerfile, Instruction, Range } from '../../src/shared/dockerfile/syntax.js';

/** A number from 0, less than 1. */
export type Random = () => number;

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a Dockerfile's grammar turns on. */
const TOKENS = [
  ...[
    '\\',
    '`',
    '\\\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '#',
    '# ',
    '"',
    "'",
    '$',
    '${',
    '}',
    '${a:-',
    '${a//',
    '%',
  ],
  ...[
    '<<EOF',
    '<<-EOF',
    "<<'EOF'",
    '<<',
    'EOF\n',
    '3<<A',
    '[',
    ']',
    '["a", "b"]',
    '[1]',
    '{',
    ',',
    '=',
    '--',
    '--from=0 ',
  ],
  ...[
    '--mount=type=cache,target=/x ',
    'FROM ',
    'RUN ',
    'COPY ',
    'ENV ',
    'ARG ',
    'ONBUILD ',
    'HEALTHCHECK CMD ',
    ' AS b',
  ],
  ...[
    '# escape=`\n',
    '# syntax=x\n',
    '# check=skip=all\n',
    '\uFEFF',
    '\u0000',
    '\u0085',
    '\u00A0',
    '\u2028',
    '\uD83D',
    '漢',
  ],
];

/** One to eight changes: characters and lines lost, doubled, moved, put in from the grammar or from another file. */
export function mutate(text: string, others: readonly string[], random: Random): string {
  let mutated = text;
  for (let changes = 1 + below(8, random); changes > 0; changes--) mutated = change(mutated, others, random);
  return mutated;
}

function change(text: string, others: readonly string[], random: Random): string {
  const from = below(text.length + 1, random);
  const to = Math.min(text.length, from + below(below(2, random) === 0 ? 4 : 200, random));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (below(7, random)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + pick(TOKENS, random) + text.slice(from);
    case 3:
      return before + pick(TOKENS, random).repeat(1 + below(40, random)) + after;
    case 4: {
      const other = pick(others, random);
      const start = below(other.length + 1, random);
      return before + other.slice(start, start + below(300, random)) + after;
    }
    case 5:
      return after + piece + before;
    default:
      return before + String.fromCharCode(below(0x250, random)) + text.slice(Math.min(text.length, from + 1));
  }
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick(list: readonly string[], random: Random): string {
  return list[below(list.length, random)] ?? '';
}

/**
 * What is wrong with a tree, or null: each line belongs to one instruction, one comment, one directive, or is blank;
 * everything stands inside the instruction that has it; a place's line and column are those of its offset.
 */
export function treeProblem(text: string, { instructions, comments, directives }: Dockerfile): string | null {
  const lines = linesOf(text);
  const owners = new Map<number, string>();
  const own = ({ start, end }: Range, owner: string): string | null => {
    for (let line = start.line; line <= end.line; line++) {
      const known = owners.get(line);
      if (known !== undefined) return `line ${String(line)} belongs to ${known} and to ${owner}`;
      owners.set(line, owner);
    }
    return null;
  };
  const inner = new Set(
    instructions.flatMap((one) => one.innerComments.map(({ range }) => range.start.offset)),
  );
  const problems = [
    ...instructions.map(({ range, keywordText }) => own(range, keywordText)),
    ...directives.map(({ range }) => own(range, 'a directive')),
    ...comments
      .filter(({ range }) => !inner.has(range.start.offset))
      .map(({ range }) => own(range, 'a comment')),
    ...lines.map((line, index) => blankProblem(line, owners.get(index + 1), index + 1)),
    ...instructions.map(insideProblem),
    ...[...instructions, ...comments].map(({ range }) => placeProblem(text, lines, range)),
  ];
  return problems.find((problem) => problem !== null) ?? null;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function blankProblem(line: string, owner: string | undefined, number: number): string | null {
  const isBlank = line.replace(/^\uFEFF/, '').replace(/[\s\u0085]+/g, '') === '';
  if (owner !== undefined || isBlank) return null;
  return `line ${String(number)} belongs to nothing: ${JSON.stringify(line.slice(0, 80))}`;
}

function insideProblem(instruction: Instruction): string | null {
  const { range, keywordRange, flags, heredocs, innerComments } = instruction;
  const parts = [keywordRange, ...[...flags, ...heredocs, ...innerComments].map((part) => part.range)];
  const stray = parts.find(({ start, end }) => {
    const isOrdered = start.offset <= end.offset;
    return !isOrdered || start.offset < range.start.offset || end.offset > range.end.offset;
  });
  return stray
    ? `${instruction.keywordText}: ${JSON.stringify(stray)} is outside ${JSON.stringify(range)}`
    : null;
}

function placeProblem(text: string, lines: readonly string[], { start, end }: Range): string | null {
  const wrong = [start, end].find(({ offset, line, column }) => {
    const before = text.lastIndexOf('\n', offset - 1) + 1;
    return (offset > 0 ? offset - before : 0) + 1 !== column || line > Math.max(1, lines.length);
  });
  return wrong ? `${JSON.stringify(wrong)} is no place` : null;
}
