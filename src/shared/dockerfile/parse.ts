/**
 * Reads a Dockerfile into a tree. Pure, in time that grows with the text's length alone. The rules are BuildKit's
 * (moby/buildkit frontend/dockerfile/parser/parser.go, instructions/parse.go), the ranges and the recovery our own.
 */
import { readDirectives } from './directives.js';
import { fileProblems } from './file-problems.js';
import { heredocOpenings, readHeredocs } from './heredoc.js';
import { readInstruction, takesHeredocs } from './instruction.js';
import { Piece, type Fragment } from './piece.js';
import { instructionProblem } from './problems.js';
import { isBlank, trimStart } from './space.js';
import { Source, type SourceLine } from './source.js';
import type { Comment, Diagnostic, Dockerfile, Instruction, PairsInstruction, Stage } from './syntax.js';

/** A line of a Dockerfile holds at most this many bytes (Go's bufio.MaxScanTokenSize, less one). */
const LONGEST_LINE = 65_535;

/**
 * Never throws: what can't be read is among the diagnostics, and what stands around it is read all the same. A message
 * that the engine has words for is in those words.
 */
export function parseDockerfile(text: string): Dockerfile {
  const source = new Source(text);
  const { escape, directives, lines: taken, diagnostics: refused } = readDirectives(source);
  const comments: Comment[] = [];
  const instructions: Instruction[] = [];
  const diagnostics: Diagnostic[] = [...refused, ...longLines(source)];
  let above: Comment[] = [];
  for (let at = 0; at < source.lines.length;) {
    const line = source.lines[at];
    const content = line ? source.lineText(line) : '';
    if (!line || taken.has(line.number) || isBlank(content)) {
      above = [];
      at++;
    } else if (isComment(content)) {
      const comment = toComment(source, line);
      above.push(comment);
      comments.push(comment);
      at++;
    } else {
      const joined = joinLines(source, at, escape);
      const openings = takesHeredocs(joined.piece) ? heredocOpenings(joined.piece.text) : [];
      const { heredocs, next, isUnterminated } = readHeredocs(source, joined.next, openings);
      const last = source.lines[next - 1] ?? line;
      const range = source.range(joined.start, last.end);
      const instruction = readInstruction(joined.piece, {
        escape,
        range,
        heredocs,
        comments: above,
        innerComments: joined.comments,
      });
      instructions.push(instruction);
      comments.push(...joined.comments);
      diagnostics.push(...joined.diagnostics);
      const problem = isUnterminated
        ? { message: 'unterminated heredoc', range: joined.piece.range() }
        : instructionProblem(instruction, escape);
      if (problem) diagnostics.push({ severity: 'error', ...problem });
      above = [];
      at = next;
    }
  }
  const stages = toStages(instructions);
  const globals = toGlobals(instructions);
  diagnostics.push(...fileProblems(source, instructions, stages));
  return { escape, directives, instructions, globals, stages, comments, diagnostics };
}

type JoinedLines = {
  readonly piece: Piece;
  /** Offset of its first character. */
  readonly start: number;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
  /** Index of the line after them. */
  readonly next: number;
};

/** The lines of one instruction: an escape at the end of a line, comments and blank lines after it, continue it. */
function joinLines(source: Source, first: number, escape: string): JoinedLines {
  const fragments: Fragment[] = [];
  const comments: Comment[] = [];
  let blank: SourceLine | null = null;
  let next = first;
  for (let isOpen = true; isOpen && next < source.lines.length;) {
    const line = source.lines[next++];
    if (!line) break;
    const whole = source.lineText(line);
    if (fragments.length > 0 && isComment(whole)) comments.push(toComment(source, line));
    else if (fragments.length > 0 && isBlank(whole)) blank ??= line;
    else {
      // The first line's indent goes; that of the others stays, as the shell has always been given it.
      const text = fragments.length === 0 ? trimStart(whole) : whole;
      const cut = continuation(text, escape);
      isOpen = cut >= 0;
      fragments.push({ text: isOpen ? text.slice(0, cut) : text, offset: line.end - text.length });
    }
  }
  const piece = Piece.join(source, fragments);
  const start = fragments[0]?.offset ?? 0;
  return {
    piece,
    start,
    comments,
    next,
    diagnostics: blank ? [emptyContinuation(source, blank, piece)] : [],
  };
}

/** Where the escape that continues a line stands; -1 when none does. One that is itself escaped does not. */
function continuation(text: string, escape: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t') end--;
  const isContinued = text.charAt(end - 1) === escape && text.charAt(end - 2) !== escape;
  return isContinued ? end - 1 : -1;
}

function emptyContinuation(source: Source, { start, end }: SourceLine, { text }: Piece): Diagnostic {
  const message = `Empty continuation line found in: ${text}`;
  return { severity: 'warning', message, range: source.range(start, end) };
}

function longLines(source: Source): readonly Diagnostic[] {
  const message = `dockerfile line greater than max allowed size of ${String(LONGEST_LINE)}`;
  return source.lines
    .filter((line) => isTooLong(source, line))
    .map(({ start, end }) => ({ severity: 'error', message, range: source.range(start, end) }));
}

function isTooLong(source: Source, line: SourceLine): boolean {
  const units = source.after(line) - line.start;
  // A unit takes three bytes at most.
  if (units * 3 <= LONGEST_LINE) return false;
  return units > LONGEST_LINE + 1 || byteLength(source.lineText(line)) > LONGEST_LINE;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function isComment(line: string): boolean {
  return trimStart(line).startsWith('#');
}

function toComment(source: Source, line: SourceLine): Comment {
  const start = source.text.indexOf('#', line.start);
  return { text: source.text.slice(start + 1, line.end).trim(), range: source.range(start, line.end) };
}

function toStages(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const name = instruction.name?.text.toLowerCase() ?? null;
      stages.push({ index: stages.length, name, from: instruction, instructions: [instruction] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function toGlobals(instructions: readonly Instruction[]): readonly PairsInstruction[] {
  const globals: PairsInstruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') break;
    if (instruction.keyword === 'ARG') globals.push(instruction);
  }
  return globals;
}
