/** Pushes and pulls on screen: started here or reopened from the activity list. Outlives the dialogs that show them. */
import { SvelteMap } from 'svelte/reactivity';
import { contract } from '../../shared/contract/index.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { PushOutcome } from '../../shared/contract/registry.js';
import type { OutcomeOf } from '../../shared/contract/define.js';
import type { Failure } from '../../shared/failure.js';
import type { TransferState } from '../../shared/transfer.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';

export type PushJob = WatchedJob<TransferState, PushOutcome>;
export type PullJob = WatchedJob<TransferState, OutcomeOf<typeof contract.images.pull>>;

export type Reopened =
  | { readonly direction: 'push'; readonly job: PushJob }
  | { readonly direction: 'pull'; readonly job: PullJob };

export class TransferDesk {
  readonly #calls: StrataClient['registry'];
  readonly #jobs: JobsState;
  /** The latest push of each image, by the name that its dialog was opened with. */
  readonly #pushes = new SvelteMap<string, PushJob>();

  /** The push or pull that was reopened from the activity list, in a dialog of its own. */
  reopened: Reopened | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState) {
    this.#calls = client.registry;
    this.#jobs = jobs;
  }

  /** The latest push of `image`, if there was one since it was last put aside. */
  pushOf(image: string): PushJob | null {
    return this.#pushes.get(image) ?? null;
  }

  /** Starts a push. The answer is why it could not start, or null. */
  async push(image: string, destination: string): Promise<Failure | null> {
    const started = await this.#calls.push({ image, destination });
    if (!started.ok) return started.failure;
    this.putAside(image);
    this.#pushes.set(image, this.#jobs.watch(contract.registry.push, started.value.job));
    return null;
  }

  /** Ends following the latest push of `image`: it goes on in the activity list. */
  putAside(image: string): void {
    this.#pushes.get(image)?.stop();
    this.#pushes.delete(image);
  }

  /** Shows a push or pull of the activity list again. */
  reopen(summary: Pick<JobSummary, 'id' | 'call'>): void {
    this.close();
    this.reopened =
      summary.call === 'images.pull'
        ? { direction: 'pull', job: this.#jobs.watch(contract.images.pull, summary.id) }
        : { direction: 'push', job: this.#jobs.watch(contract.registry.push, summary.id) };
  }

  close(): void {
    this.reopened?.job.stop();
    this.reopened = null;
  }
}
