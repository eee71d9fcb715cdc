/** Folds a stage below its FROM, and an instruction of several lines below its first. */
import { codeFolding, foldGutter, foldService } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { instructionAt, syntaxTree } from './tree.js';

export const folding: Extension = [
  foldService.of((state, lineStart, lineEnd) => {
    const instruction = instructionAt(state, lineEnd);
    if (!instruction || instruction.range.start.offset < lineStart) return null;
    const { stages } = state.field(syntaxTree);
    const stage = stages.find(({ from }) => from === instruction);
    const end = (stage?.instructions.at(-1) ?? instruction).range.end.offset;
    return end > lineEnd ? { from: lineEnd, to: end } : null;
  }),
  codeFolding(),
  foldGutter({ openText: '⌄', closedText: '›' }),
];
