/** CodeMirror's own words, in the language that is spoken. */
import { EditorState, type Extension } from '@codemirror/state';
import { say } from '../../../../../shared/words/index.js';

/** By what CodeMirror calls them, which is what they are in English. */
const KEYS = {
  Find: 'editor.phrase.find',
  Replace: 'editor.phrase.replace',
  next: 'editor.phrase.next',
  previous: 'editor.phrase.previous',
  all: 'editor.phrase.all',
  'match case': 'editor.phrase.matchCase',
  regexp: 'editor.phrase.regexp',
  'by word': 'editor.phrase.byWord',
  replace: 'editor.phrase.replaceOne',
  'replace all': 'editor.phrase.replaceAll',
  'replaced match on line $': 'editor.phrase.replacedLine',
  'replaced $ matches': 'editor.phrase.replacedAll',
  'current match': 'editor.phrase.currentMatch',
  'on line': 'editor.phrase.onLine',
  'Go to line': 'editor.phrase.goToLine',
  go: 'editor.phrase.go',
  close: 'editor.phrase.close',
  Diagnostics: 'editor.phrase.diagnostics',
  'No diagnostics': 'editor.phrase.noDiagnostics',
  'Folded lines': 'editor.phrase.foldedLines',
  'Unfolded lines': 'editor.phrase.unfoldedLines',
  to: 'editor.phrase.to',
  'folded code': 'editor.phrase.foldedCode',
  unfold: 'editor.phrase.unfold',
  'Fold line': 'editor.phrase.foldLine',
  'Unfold line': 'editor.phrase.unfoldLine',
  Completions: 'editor.phrase.completions',
  'Control character': 'editor.phrase.controlCharacter',
  'Selection deleted': 'editor.phrase.selectionDeleted',
} as const;

export const phrases = (): Extension =>
  EditorState.phrases.of(Object.fromEntries(Object.entries(KEYS).map(([phrase, key]) => [phrase, say(key)])));
