/** The editor's text as a syntax tree: parsed once a change, read by highlighting, folding and hovering. */
import { StateField, type EditorState } from '@codemirror/state';
import { parseDockerfile } from '../../../../../shared/dockerfile/parse.js';
import type { Dockerfile, Instruction } from '../../../../../shared/dockerfile/syntax.js';

/** Texts above this are shown plain: parsing them between two keys would be felt. UTF-16 units. */
const LARGEST_PARSED = 200_000;

const parsed = (state: EditorState): Dockerfile =>
  parseDockerfile(state.doc.length > LARGEST_PARSED ? '' : state.doc.toString());

export const syntaxTree = StateField.define<Dockerfile>({
  create: parsed,
  update: (tree, { docChanged, state }) => (docChanged ? parsed(state) : tree),
});

/** The instruction that a place of the text (UTF-16 units from its start) belongs to. */
export function instructionAt(state: EditorState, place: number): Instruction | null {
  const { instructions } = state.field(syntaxTree);
  return instructions.find(({ range }) => range.start.offset <= place && place <= range.end.offset) ?? null;
}
