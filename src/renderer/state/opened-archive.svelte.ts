/** The images in a file or folder that is looked into: read once, with progress, nothing of it on the engine. */
import { contract } from '../../shared/contract/index.js';
import type { OutcomeOf } from '../../shared/contract/define.js';
import type { IndexedImage, LayersProgress } from '../../shared/contract/layers.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';
import type { ArchiveSource } from './navigation.svelte.js';

type Reading = WatchedJob<LayersProgress, OutcomeOf<typeof contract.layers.index>>;

export class OpenedArchive {
  readonly source: ArchiveSource;
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  /** Which reading is waited for; none once nobody looks. */
  #asked = 0;

  job: Reading | null = $state.raw(null);
  #refused: Failure | null = $state.raw(null);
  /** Which of the images is shown. */
  chosen = $state(0);

  constructor(source: ArchiveSource, client: StrataClient, jobs: JobsState) {
    this.source = source;
    this.#client = client;
    this.#jobs = jobs;
    void this.read();
  }

  /** Null until all is read. */
  readonly images: readonly IndexedImage[] | null = $derived(this.job?.outcome ?? null);
  readonly image: IndexedImage | null = $derived(this.images?.[this.chosen] ?? null);
  readonly failure: Failure | null = $derived(this.#refused ?? this.job?.summary.failure ?? null);
  readonly isReading: boolean = $derived(this.job?.summary.status === 'running');

  async read(): Promise<void> {
    this.stop();
    const asked = this.#asked;
    this.#refused = null;
    const started = await this.#client.layers.index({ source: this.source });
    if (asked !== this.#asked) return;
    if (!started.ok) this.#refused = started.failure;
    else this.job = this.#jobs.watch(contract.layers.index, started.value.job);
  }

  cancel(): void {
    if (this.job) void this.#jobs.cancel(this.job.id);
  }

  /** Nobody looks at it any more; a reading goes on in the activity list. */
  stop(): void {
    this.#asked++;
    this.job?.stop();
    this.job = null;
  }
}
