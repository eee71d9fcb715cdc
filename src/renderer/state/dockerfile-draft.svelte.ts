/** A Dockerfile as it is edited: its text and undo, what the file is, and what became of it elsewhere. Outlives the screen. */
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { DockerfileChange, DockerfileText } from '../../shared/contract/builds.js';
import type { Failure, Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import { lineForm } from './line-form.js';

type Calls = Pick<StrataClient['builds'], 'dockerfile' | 'saveDockerfile'>;

export class DockerfileDraft {
  readonly folder: string;
  readonly #calls: Calls;

  /** The file as it was last read or written here. */
  source: DockerfileText = $state.raw(none);
  /** As edited, with `\n` between lines. */
  text: string = $state.raw('');
  /** What the file has become while there is text here that isn't saved. */
  elsewhere: DockerfileChange | null = $state.raw(null);
  /** Why the text could not be saved. */
  failure: Failure | null = $state.raw(null);
  isSaving = $state(false);

  /** The user keeps the text of a file that is gone: the next save makes it anew. */
  #isGone = $state(false);
  readonly #form = $derived(lineForm(this.source.text));
  readonly isDirty: boolean = $derived(this.text !== this.#form.text || this.#isGone);

  /** The editor's own memory, undo and all; null until it was opened. */
  #kept: EditorState | null = null;
  #view: EditorView | null = null;
  /** What is being written: the file is heard to become it before the answer is here. */
  #written: string | null = null;

  constructor(folder: string, source: DockerfileText, calls: Calls) {
    this.folder = folder;
    this.#calls = calls;
    this.source = source;
    this.text = lineForm(source.text).text;
  }

  get path(): string {
    return this.source.path;
  }

  /** The state to open an editor with, if there was one before. */
  get kept(): EditorState | null {
    return this.#kept;
  }

  /** An editor shows this text from now on; null: none does. */
  attach(view: EditorView | null): void {
    this.#view = view;
  }

  /** What the editor has become. */
  edited(state: EditorState): void {
    this.#kept = state;
    this.text = state.doc.toString();
  }

  /** Puts another text in the place of all; it can be undone. */
  replace(text: string): void {
    const changes = smallestChange(this.text, text);
    if (this.#view) this.#view.dispatch({ changes });
    else if (this.#kept) this.edited(this.#kept.update({ changes }).state);
    else this.text = text;
  }

  /** Follows the file: without edits here its text is taken, else the user is asked. */
  take(source: DockerfileText): void {
    if (source.revision === this.source.revision && !this.#isGone) {
      this.elsewhere = null;
      return;
    }
    const { text } = lineForm(source.text);
    const isMine = text === this.text || text === this.#written;
    if (this.isDirty && !isMine) {
      this.elsewhere = { type: 'text', source };
      return;
    }
    this.#settle(source);
    if (!isMine) this.replace(text);
  }

  /** The file is gone, or can't be read any more. The text here is what is left of it. */
  lose(failure: Failure): void {
    this.elsewhere = { type: 'gone', failure };
  }

  /** The file's text instead of this one; undo brings this one back. */
  takeTheirs(): void {
    if (this.elsewhere?.type !== 'text') return;
    const { source } = this.elsewhere;
    this.#settle(source);
    this.replace(this.#form.text);
  }

  /** This text instead of the file's, from the next save on. */
  keepMine(): void {
    if (this.elsewhere?.type === 'text') this.source = this.elsewhere.source;
    this.#isGone = this.elsewhere?.type === 'gone';
    this.elsewhere = null;
    this.failure = null;
  }

  /** Writes the text. @returns the file as it is now, or why it could not be written, which is kept as `failure` too */
  async save(): Promise<Result<DockerfileText>> {
    const { text } = this;
    this.isSaving = true;
    this.#written = text;
    const answer = await this.#calls.saveDockerfile({
      folder: this.folder,
      dockerfile: this.path,
      text: this.#form.toFile(text),
      revision: this.#isGone ? null : this.source.revision,
    });
    this.isSaving = false;
    this.#written = null;
    if (answer.ok) {
      this.#settle(answer.value);
      return answer;
    }
    this.failure = answer.failure;
    if (answer.failure.code === 'conflict') await this.#compare();
    return answer;
  }

  /** What stands in the way of saving is shown beside it. */
  async #compare(): Promise<void> {
    const now = await this.#calls.dockerfile({ folder: this.folder, dockerfile: this.path });
    if (now.ok) this.take(now.value);
    else this.lose(now.failure);
    if (this.elsewhere !== null) this.failure = null;
  }

  #settle(source: DockerfileText): void {
    this.source = source;
    this.elsewhere = null;
    this.failure = null;
    this.#isGone = false;
  }
}

const none: DockerfileText = { path: '', text: '', revision: '', isWhole: true, stages: [], arguments: [] };

/** What differs, between what both begin and end with: a cursor elsewhere stays where it is. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
