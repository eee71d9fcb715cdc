/** Archives on screen: what is to be saved, what a file holds before it is loaded, and the work on one. */
import { contract } from '../../shared/contract/index.js';
import type {
  ArchiveContents,
  ArchiveProgress,
  LoadedArchive,
  SavedArchive,
} from '../../shared/contract/archives.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { Failure, Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';

export type ArchiveWork =
  | { readonly kind: 'save'; readonly job: WatchedJob<ArchiveProgress, SavedArchive> }
  | { readonly kind: 'load'; readonly job: WatchedJob<ArchiveProgress, LoadedArchive> }
  | { readonly kind: 'import'; readonly job: WatchedJob<ArchiveProgress, LoadedArchive> };

/** One dialog at a time. */
export type ArchiveDialog =
  | { readonly type: 'saving'; readonly images: readonly string[] }
  /** `contents` is null while the file is read. */
  | { readonly type: 'contents'; readonly file: string; readonly contents: Result<ArchiveContents> | null }
  | { readonly type: 'work'; readonly work: ArchiveWork };

export type ImportChoices = {
  readonly reference: string;
  readonly changes: readonly string[];
  readonly move: boolean;
};

export class ArchiveDesk {
  readonly #calls: StrataClient['archives'];
  readonly #jobs: JobsState;

  dialog: ArchiveDialog | null = $state.raw(null);
  /** Why the work that was asked for last did not start. */
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState) {
    this.#calls = client.archives;
    this.#jobs = jobs;
  }

  /** Opens "Save archive" for images, by name or id. */
  askSave(images: readonly string[]): void {
    this.#show({ type: 'saving', images });
  }

  /** Asks where to, with `name` as a proposal, and saves there. */
  async save(images: readonly string[], name: string): Promise<void> {
    const target = await this.#calls.chooseTarget({ name });
    if (!target.ok) this.failure = target.failure;
    else if (target.value !== null)
      this.#start('save', await this.#calls.save({ images: [...images], file: target.value }));
  }

  /** Asks for a file, and shows what is in it. */
  async choose(): Promise<void> {
    const chosen = await this.#calls.chooseSource();
    if (!chosen.ok) this.failure = chosen.failure;
    else if (chosen.value !== null) await this.look(chosen.value);
  }

  /** Shows what is in a file, before anything is loaded. */
  async look(file: string): Promise<void> {
    const waiting = { type: 'contents', file, contents: null } as const;
    this.#show(waiting);
    const contents = await this.#calls.contents({ file });
    // Meanwhile it may have been closed, or another file chosen.
    if (this.dialog === waiting) this.dialog = { ...waiting, contents };
  }

  async load(file: string): Promise<void> {
    this.#start('load', await this.#calls.load({ file }));
  }

  async import(file: string, { reference, changes, move }: ImportChoices): Promise<void> {
    this.#start('import', await this.#calls.import({ file, reference, changes: [...changes], move }));
  }

  /** Shows a job of the activity list again. */
  reopen({ id, call }: Pick<JobSummary, 'id' | 'call'>): void {
    const kind = call === 'archives.save' ? 'save' : call === 'archives.load' ? 'load' : 'import';
    this.#start(kind, { ok: true, value: { job: id } });
  }

  close(): void {
    if (this.dialog?.type === 'work') this.dialog.work.job.stop();
    this.dialog = null;
    this.failure = null;
  }

  #show(dialog: ArchiveDialog): void {
    this.close();
    this.dialog = dialog;
  }

  #start(kind: ArchiveWork['kind'], started: Result<{ readonly job: string }>): void {
    if (!started.ok) {
      this.failure = started.failure;
      return;
    }
    const { job } = started.value;
    const work: ArchiveWork =
      kind === 'save'
        ? { kind, job: this.#jobs.watch(contract.archives.save, job) }
        : { kind, job: this.#jobs.watch(contract.archives[kind], job) };
    this.#show({ type: 'work', work });
  }
}
