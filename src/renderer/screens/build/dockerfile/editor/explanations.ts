/** What an instruction does, said where the pointer rests on it. */
import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { codeParts } from '../../../../components/code-parts.js';
import type { Instruction } from '../../../../../shared/dockerfile/syntax.js';
import { instructionAt } from './tree.js';

/** The sentences about an instruction, the first the most important; none when there is nothing to say. */
export type Explain = (instruction: Instruction) => readonly string[];

export const explanations = (explain: Explain): Extension =>
  hoverTooltip((view, place) => {
    const instruction = instructionAt(view.state, place);
    // Where the pointer is past the end of a line, it rests on nothing.
    if (!instruction || view.state.doc.lineAt(place).to === place) return null;
    const sentences = explain(instruction);
    if (sentences.length === 0) return null;
    const { start, end } = instruction.keywordRange;
    return { pos: start.offset, end: end.offset, above: true, create: () => ({ dom: asElement(sentences) }) };
  });

function asElement(sentences: readonly string[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'explanation';
  for (const sentence of sentences) {
    const paragraph = document.createElement('p');
    for (const { text, isCode } of codeParts(sentence)) {
      const part = document.createElement(isCode ? 'code' : 'span');
      part.textContent = text;
      paragraph.append(part);
    }
    element.append(paragraph);
  }
  return element;
}
