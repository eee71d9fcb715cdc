/** One of two images that are compared: of the engine, or in a file or folder. */
import { contract } from '../../shared/contract/index.js';
import type { OutcomeOf } from '../../shared/contract/define.js';
import type { ImageDetail } from '../../shared/contract/images.js';
import type { IndexedImage, LayersProgress } from '../../shared/contract/layers.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';
import type { CompareSource } from './navigation.svelte.js';

type Reading = WatchedJob<LayersProgress, OutcomeOf<typeof contract.layers.index>>;

export class ComparedImage {
  readonly source: CompareSource;
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  #isLeft = false;

  detail: ImageDetail | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Reads the layers that aren't known; null while none is read. */
  job: Reading | null = $state.raw(null);
  isRead = $state(false);
  /** All that an archive holds; empty for an image of the engine. */
  images: readonly IndexedImage[] = $state.raw([]);

  constructor(source: CompareSource, client: StrataClient, jobs: JobsState) {
    this.source = source;
    this.#client = client;
    this.#jobs = jobs;
  }

  /** DiffIDs, base first. */
  get layers(): readonly string[] {
    return this.detail?.steps.flatMap(({ diffId }) => (diffId === null ? [] : [diffId])) ?? [];
  }

  /** What the engine says of it. Of an archive that is known only once it was read. */
  async look(): Promise<void> {
    this.failure = null;
    if (this.source.kind !== 'image') return;
    const answer = await this.#client.images.inspect({ image: this.source.image });
    if (answer.ok) this.detail = answer.value;
    else this.failure = answer.failure;
  }

  /** Reads what isn't known of its layers, and answers when that has ended, however it did. */
  async read(): Promise<void> {
    if (this.isRead || this.failure || this.#isLeft) return;
    if (this.source.kind === 'image' && (await this.#isKnown())) return;
    const { at, ...source } = { at: 0, ...this.source };
    const started = await this.#client.layers.index({ source });
    if (!started.ok) {
      this.failure = started.failure;
      return;
    }
    this.job = this.#jobs.watch(contract.layers.index, started.value.job);
    const summary = await this.#ended(started.value.job);
    this.job.stop();
    this.job = null;
    if (summary.status !== 'done') {
      this.failure = summary.failure ?? cancelled();
      return;
    }
    const outcome = summary.outcome as readonly IndexedImage[];
    if (this.source.kind !== 'image') {
      this.images = outcome;
      this.detail = outcome[at]?.detail ?? null;
      if (!this.detail) this.failure = nothingThere();
    }
    this.isRead = this.detail !== null;
  }

  cancel(): void {
    if (this.job) void this.#jobs.cancel(this.job.id);
  }

  stop(): void {
    this.#isLeft = true;
    this.job?.stop();
  }

  /** How the job ended, once it has. */
  #ended(job: string): Promise<JobSummary> {
    return new Promise((resolve) => {
      const stop = this.#client.jobs.watch({ job }, (update) => {
        if (update.type === 'steps' || update.summary.status === 'running') return;
        resolve(update.summary);
        queueMicrotask(() => stop());
      });
    });
  }

  async #isKnown(): Promise<boolean> {
    const { layers } = this;
    if (layers.length === 0) this.isRead = this.detail !== null;
    else {
      const known = await this.#client.layers.known({ layers: [...layers] });
      this.isRead = known.ok && known.value.missing === 0;
    }
    return this.isRead;
  }
}

const cancelled = (): Failure => ({
  code: 'cancelled',
  title: say('state.compare.unread'),
  detail: say('state.compare.unread.detail'),
  remedy: say('state.compare.unread.remedy'),
});

const nothingThere = (): Failure => ({
  code: 'not-found',
  title: say('state.compare.absent'),
  detail: say('state.compare.absent.detail'),
});
