/** Newer versions of Strata itself: what main knows, and the download that is followed. */
import { contract } from '../../shared/contract/index.js';
import type {
  DownloadProgress,
  Release,
  SelfUpdateState,
  UpdateFinding,
} from '../../shared/contract/self-update.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';

export class SelfUpdateDesk {
  readonly #calls: StrataClient['selfUpdate'];
  readonly #jobs: JobsState;

  /** Null until main has answered. */
  known: SelfUpdateState | null = $state.raw(null);
  /** The latest download, until the channel is asked again. */
  job: WatchedJob<DownloadProgress, Release> | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState) {
    this.#calls = client.selfUpdate;
    this.#jobs = jobs;
    this.#calls.changed((state) => this.#take(state));
    void this.#calls.state().then((answer) => {
      if (answer.ok && this.known === null) this.#take(answer.value);
    });
  }

  get finding(): UpdateFinding {
    return this.known?.finding ?? { type: 'unknown' };
  }

  get isDownloading(): boolean {
    return this.known !== null && this.known.job !== null;
  }

  get canLook(): boolean {
    return (
      this.known !== null &&
      this.known.cannot === null &&
      !this.isDownloading &&
      !['looking', 'ready'].includes(this.finding.type)
    );
  }

  async look(): Promise<void> {
    this.#putAside();
    const answer = await this.#calls.look();
    if (!answer.ok) this.failure = answer.failure;
  }

  async download(): Promise<void> {
    if (this.finding.type !== 'found') return;
    this.#putAside();
    const started = await this.#calls.download({ version: this.finding.release.version });
    if (started.ok) this.#follow(started.value.job);
    else this.failure = started.failure;
  }

  cancel(): void {
    if (this.job) void this.#jobs.cancel(this.job.id);
  }

  async restart(): Promise<void> {
    this.failure = null;
    const answer = await this.#calls.restart();
    if (!answer.ok) this.failure = answer.failure;
  }

  #take(state: SelfUpdateState): void {
    this.known = state;
    // It may have been started from another window.
    if (state.job !== null) this.#follow(state.job);
  }

  #follow(job: string): void {
    if (this.job?.id === job) return;
    this.job?.stop();
    this.job = this.#jobs.watch(contract.selfUpdate.download, job);
  }

  #putAside(): void {
    this.job?.stop();
    this.job = null;
    this.failure = null;
  }
}
