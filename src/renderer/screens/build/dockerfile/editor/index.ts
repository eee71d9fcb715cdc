/** The Dockerfile's editor: CodeMirror with what it needs for this one language. Loaded when the screen first shows it. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, toggleComment } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { DockerfileDraft } from '../../../../state/dockerfile-draft.svelte.js';
import { completion, type NamesOf } from './completion.js';
import { diagnostics } from './diagnostics.js';
import { explanations, type Explain } from './explanations.js';
import { folding } from './folding.js';
import { highlighting } from './highlight.js';
import { markedLines } from './marked-lines.js';
import { phrases } from './phrases.js';
import { syntaxTree } from './tree.js';
import { look } from './theme.js';

export { showFindings } from './diagnostics.js';
export { mark, type Mark } from './marked-lines.js';

/** What surrounds an editor for as long as it is on screen. */
export type Surroundings = {
  readonly namesOf: NamesOf;
  readonly explain: Explain;
  readonly onsave: () => void;
  /** The cursor is on this line, from 1. */
  readonly online: (line: number) => void;
};

/** Exchanged when a text is shown again: its state, with undo and selection, outlives the screen. */
const surroundings = new Compartment();

// Lines end in `\n` alone here: what else stands at their end is part of them, and seen.
const fixed: Extension = [
  EditorState.lineSeparator.of('\n'),
  EditorState.tabSize.of(4),
  EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
  // Focusable by itself, and said to be: what is editable isn't seen as such by every tool.
  EditorView.contentAttributes.of({ 'aria-label': 'Dockerfile', spellcheck: 'false', tabindex: '0' }),
  syntaxTree,
  history(),
  lineNumbers(),
  folding,
  highlighting,
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  drawSelection(),
  closeBrackets(),
  search(),
  diagnostics,
  markedLines,
  look,
  // Tab isn't among them: it leaves the editor, as it leaves every other field.
  keymap.of([
    { key: 'Mod-/', run: toggleComment },
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...lintKeymap,
  ]),
];

/** Opens the editor in `parent` with a draft's text. @returns the view; `closeEditor` ends it */
export function openEditor(parent: HTMLElement, draft: DockerfileDraft, around: Surroundings): EditorView {
  const { namesOf, explain, onsave, online } = around;
  const current: Extension = [
    phrases(),
    completion(namesOf),
    explanations(explain),
    keymap.of([{ key: 'Mod-s', run: () => (onsave(), true), preventDefault: true }]),
    EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
      if (docChanged || selectionSet) draft.edited(state);
      if (docChanged || selectionSet) online(state.doc.lineAt(state.selection.main.head).number);
    }),
    EditorState.readOnly.of(!draft.source.isWhole),
  ];
  const state =
    draft.kept?.update({ effects: surroundings.reconfigure(current) }).state ??
    EditorState.create({ doc: draft.text, extensions: [fixed, surroundings.of(current)] });
  const view = new EditorView({ parent, state });
  draft.attach(view);
  return view;
}

export function closeEditor(view: EditorView, draft: DockerfileDraft): void {
  draft.edited(view.state);
  draft.attach(null);
  view.destroy();
}

/** Puts the cursor at the start of a line (from 1), in view, and the keys there. */
export function goToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  view.focus();
}
