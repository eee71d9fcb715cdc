/** Completion in the editor: the words of a Dockerfile, and the context's own file names. */
import {
  autocompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { MAX_CONTEXT_NAMES, type ContextName } from '../../../../../shared/contract/context.js';
import { completeAt, type Proposal } from '../../../../../shared/dockerfile/complete/index.js';

/** What a path of the context, as far as it is typed, could go on to. */
export type NamesOf = (typed: string) => Promise<readonly ContextName[]>;

const TYPES = {
  instruction: 'keyword',
  flag: 'property',
  value: 'constant',
  stage: 'class',
  variable: 'variable',
} as const satisfies Record<Proposal['kind'], string>;

export const completion = (namesOf: NamesOf): Extension =>
  autocompletion({ override: [(context) => propose(context, namesOf)], icons: false });

async function propose(context: CompletionContext, namesOf: NamesOf): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const found = completeAt(state.doc.toString(), pos);
  if (!found) return null;
  const typed = state.sliceDoc(found.from, pos);
  // Not unasked where nothing was begun: Enter should make a new line there.
  if (typed === '' && !explicit && !/[=$/{]$/.test(state.sliceDoc(Math.max(0, pos - 1), pos))) return null;
  if (found.path === null) {
    return { from: found.from, options: found.proposals.map(asCompletion), validFor: /^[\w-]*$/ };
  }
  const names = await namesOf(found.path);
  const start = pos - (found.path.length - found.path.lastIndexOf('/') - 1);
  // Of more than were told, those that the next key leaves are asked for anew.
  const isAll = names.length < MAX_CONTEXT_NAMES;
  return { from: start, options: names.map(asPath), ...(isAll ? { validFor: /^[^/\s]*$/ } : {}) };
}

const asCompletion = ({ text, kind, detail }: Proposal): Completion => ({
  label: text.trim(),
  apply: text.endsWith('=') ? goOn(text) : text,
  type: TYPES[kind],
  detail,
});

/** Quoted names can't stand in COPY's plain form: those with spaces are left to the JSON form. */
const asPath = ({ name, isFolder }: ContextName): Completion => ({
  label: isFolder ? `${name}/` : name,
  apply: isFolder ? goOn(`${name}/`) : name,
  boost: isFolder ? 1 : 0,
});

/** Writes it, and asks what can follow. */
const goOn =
  (text: string) =>
  (view: EditorView, _completion: Completion, from: number, to: number): void => {
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.complete',
    });
    startCompletion(view);
  };
