/** The instruction that a build is at, or failed at: marked, and followed through edits. */
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { instructionAt } from './tree.js';

/** Lines count from 1. */
export type Mark = { readonly line: number; readonly isFailed: boolean };

const setMark = StateEffect.define<Mark | null>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { changes, effects, state }) {
    const effect = effects.findLast((one) => one.is(setMark));
    if (!effect) return decorations.map(changes);
    const mark = effect.value;
    if (mark === null || mark.line > state.doc.lines) return Decoration.none;
    const { from, number: first } = state.doc.line(mark.line);
    const end = instructionAt(state, from)?.range.end.offset ?? from;
    const last = state.doc.lineAt(Math.min(end, state.doc.length)).number;
    const line = Decoration.line({ class: mark.isFailed ? 'line-failed' : 'line-marked' });
    const lines = Array.from({ length: last - first + 1 }, (_, at) => state.doc.line(first + at));
    return Decoration.set(lines.map((one) => line.range(one.from)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const markedLines: Extension = marked;

/** Marks the instruction at a line, and brings it into view; null: none. Only the editor scrolls, never the page around it. */
export function mark(view: EditorView, wanted: Mark | null): void {
  view.dispatch({ effects: setMark.of(wanted) });
  if (!wanted || wanted.line > view.state.doc.lines) return;
  const { top, bottom } = view.lineBlockAt(view.state.doc.line(wanted.line).from);
  const { scrollTop, clientHeight } = view.scrollDOM;
  const isInView = top >= scrollTop && bottom <= scrollTop + clientHeight;
  if (!isInView) view.scrollDOM.scrollTop = top - clientHeight / 3;
}
