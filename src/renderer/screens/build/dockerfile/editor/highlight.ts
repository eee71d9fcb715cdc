/** Colours for a Dockerfile's parts, from the same tree that findings and forecast read. */
import type { Range as Marked } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';
import type { Dockerfile, Instruction, Range } from '../../../../../shared/dockerfile/syntax.js';
import { syntaxTree } from './tree.js';

/** What a part is, as a class of the same name. */
const MARKS = Object.fromEntries(
  ['keyword', 'flag', 'stage', 'string', 'variable', 'operator', 'comment', 'directive', 'heredoc'].map(
    (name) => [name, Decoration.mark({ class: `part-${name}` })],
  ),
);

/** Within a value: quoted, `$NAME` and `${NAME…}`, what joins shell commands. */
const PARTS =
  /(?<variable>\$\{[^}\n]*\}|\$\w+)|(?<string>"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(?<operator>&&|\|\||[;|])/g;
const VARIABLES = /\$\{[^}\n]*\}|\$\w+/g;

export const highlighting = ViewPlugin.define(
  (view) => ({
    decorations: marksOf(view),
    update({ docChanged, viewportChanged, view: current }) {
      if (docChanged || viewportChanged) this.decorations = marksOf(current);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

function marksOf(view: EditorView): DecorationSet {
  const tree = view.state.field(syntaxTree);
  const { from, to } = view.viewport;
  const marks: Marked<Decoration>[] = [];
  const mark = (kind: string, start: number, end: number): void => {
    const decoration = MARKS[kind];
    if (decoration && end > start) marks.push(decoration.range(start, end));
  };
  const isSeen = ({ start, end }: Range): boolean => start.offset <= to && end.offset >= from;
  for (const { range } of tree.directives) if (isSeen(range)) markRange(mark, 'directive', range);
  for (const { range } of tree.comments) if (isSeen(range)) markRange(mark, 'comment', range);
  for (const instruction of tree.instructions)
    if (isSeen(instruction.range))
      markInstruction(instruction, tree, view.state.sliceDoc.bind(view.state), mark);
  return Decoration.set(marks, true);
}

type Mark = (kind: string, start: number, end: number) => void;

const markRange = (mark: Mark, kind: string, { start, end }: Range): void =>
  mark(kind, start.offset, end.offset);

function markInstruction(
  instruction: Instruction,
  tree: Dockerfile,
  slice: (from: number, to: number) => string,
  mark: Mark,
): void {
  markRange(mark, 'keyword', instruction.keywordRange);
  for (const { range } of instruction.flags) markRange(mark, 'flag', range);
  for (const { range } of instruction.heredocs) markRange(mark, 'heredoc', range);
  if (instruction.keyword === 'FROM') {
    if (instruction.as) markRange(mark, 'keyword', instruction.as.range);
    if (instruction.name) markRange(mark, 'stage', instruction.name.range);
  }
  const inner = instruction.keyword === 'ONBUILD' ? instruction.instruction : null;
  if (inner) return markInstruction(inner, tree, slice, mark);
  const start = instruction.flags.at(-1)?.range.end.offset ?? instruction.keywordRange.end.offset;
  const end = instruction.heredocs[0]?.range.start.offset ?? instruction.range.end.offset;
  const comments = instruction.innerComments.map(({ range }) => range);
  for (const { index, 0: text, groups } of slice(start, end).matchAll(PARTS)) {
    const at = start + index;
    if (comments.some((range) => at >= range.start.offset && at < range.end.offset)) continue;
    const kind =
      Object.entries(groups ?? {}).find(
        ([, value]: [string, string | undefined]) => value !== undefined,
      )?.[0] ?? 'string';
    mark(kind, at, at + text.length);
    // Between single quotes a shell leaves variables alone.
    if (kind !== 'string' || text.startsWith("'")) continue;
    for (const found of text.matchAll(VARIABLES))
      mark('variable', at + found.index, at + found.index + found[0].length);
  }
}
