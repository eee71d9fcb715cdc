/**
 * Reads a Dockerfile into a tree. Pure, in time that grows with the text's length alone. The rules are BuildKit's
 * (moby/buildkit frontend/dockerfile/parser/parser.go, instructions/parse.go), the ranges and the recovery our own.
 */
import { readDirectives } from './directives.js';
import { fileProblems } from './file-problems.js';
import { heredocOpenings, readHeredocs } from './heredoc.js';
import { readInstruction, takesHeredocs } from './instruction.js';
import { isComment, joinLines, toComment } from './joined-lines.js';
import { instructionProblem } from './problems.js';
import { isBlank } from './space.js';
import { splitHead } from './split.js';
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
  const { escape, directives, lines, diagnostics: refused } = readDirectives(source);
  const { instructions, comments, diagnostics } = readBody(source, escape, lines);
  const stages = toStages(instructions);
  return {
    ...{ escape, directives, instructions, stages, comments },
    globals: toGlobals(instructions),
    diagnostics: [
      ...refused,
      ...longLines(source),
      ...diagnostics,
      ...fileProblems(source, directives, instructions, stages),
    ],
  };
}

/** `taken` are the numbers of the lines that hold directives. */
function readBody(source: Source, escape: Dockerfile['escape'], taken: ReadonlySet<number>) {
  const instructions: Instruction[] = [];
  const comments: Comment[] = [];
  const diagnostics: Diagnostic[] = [];
  let above: Comment[] = [];
  let at = 0;
  for (let line = source.lines[at]; line !== undefined; line = source.lines[at]) {
    const content = source.lineText(line);
    if (taken.has(line.number) || isBlank(content)) {
      above = [];
      at++;
    } else if (isComment(content)) {
      const comment = toComment(source, line);
      above.push(comment);
      comments.push(comment);
      at++;
    } else {
      const read = readAt(source, at, escape, above);
      instructions.push(read.instruction);
      for (const comment of read.instruction.innerComments) comments.push(comment);
      diagnostics.push(...read.diagnostics);
      above = [];
      at = read.next;
    }
  }
  return { instructions, comments, diagnostics };
}

/** The instruction that begins with the line of index `at`; `next` is the index of the line after it. */
function readAt(source: Source, at: number, escape: Dockerfile['escape'], comments: readonly Comment[]) {
  const { line, start, comments: innerComments, blank, next: after } = joinLines(source, at, escape);
  const head = splitHead(line);
  const openings = line.text.includes('<<') && takesHeredocs(head) ? heredocOpenings(line.text) : [];
  const { heredocs, next, isUnterminated } = readHeredocs(source, after, openings);
  const range = source.range(start, source.lines[next - 1]?.end ?? start);
  const instruction = readInstruction(line.text, head, { escape, range, heredocs, comments, innerComments });
  const diagnostics: Diagnostic[] = [];
  if (blank) {
    const message = `Empty continuation line found in: ${line.text}`;
    diagnostics.push({ severity: 'warning', message, range: source.range(blank.start, blank.end) });
  }
  const problem = isUnterminated
    ? { message: 'unterminated heredoc', range: line.range() }
    : instructionProblem(instruction, escape);
  if (problem) diagnostics.push({ severity: 'error', ...problem });
  return { instruction, next, diagnostics };
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
