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
import type { SettingsState } from './settings.svelte.js';

export type PushJob = WatchedJob<TransferState, PushOutcome>;
/** One of the pushes of an image: where to, and how it goes, or why it could not even start. */
export type Push = { readonly destination: string } & (
  { readonly job: PushJob } | { readonly job: null; readonly failure: Failure }
);
export type PullJob = WatchedJob<TransferState, OutcomeOf<typeof contract.images.pull>>;

export type Reopened =
  | { readonly direction: 'push'; readonly job: PushJob }
  | { readonly direction: 'pull'; readonly job: PullJob };

export class TransferDesk {
  readonly #calls: StrataClient['registry'];
  readonly #jobs: JobsState;
  readonly #settings: SettingsState;
  /** The latest pushes of each image, by the name that its dialog was opened with. */
  readonly #pushes = new SvelteMap<string, readonly Push[]>();

  /** The push or pull that was reopened from the activity list, in a dialog of its own. */
  reopened: Reopened | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState, settings: SettingsState) {
    this.#calls = client.registry;
    this.#jobs = jobs;
    this.#settings = settings;
  }

  /** The latest pushes of `image`, if there were any since they were last put aside. */
  pushesOf(image: string): readonly Push[] {
    return this.#pushes.get(image) ?? [];
  }

  /** Where images went before, newest first. */
  get pushedTo(): readonly string[] {
    return this.#settings.current?.pushedTo ?? [];
  }

  /** Starts a push to each destination, in place of former ones. The answer is why the only one could not start, or null. */
  async push(image: string, destinations: readonly string[]): Promise<Failure | null> {
    const pushes: Push[] = [];
    for (const destination of destinations) pushes.push(await this.#start(image, destination));
    const [first] = pushes;
    if (pushes.length === 1 && first?.job === null) return first.failure;
    this.putAside(image);
    this.#pushes.set(image, pushes);
    return null;
  }

  /** Tries one of the pushes of `image` again: what has arrived already is not sent again. */
  async again(image: string, push: Push): Promise<void> {
    const next = await this.#start(image, push.destination);
    push.job?.stop();
    const others = this.pushesOf(image);
    this.#pushes.set(
      image,
      others.map((other) => (other.destination === push.destination ? next : other)),
    );
  }

  /** Ends following the latest pushes of `image`: they go on in the activity list. */
  putAside(image: string): void {
    for (const { job } of this.pushesOf(image)) job?.stop();
    this.#pushes.delete(image);
  }

  async #start(image: string, destination: string): Promise<Push> {
    const answer = await this.#calls.push({ image, destination });
    return answer.ok
      ? { destination, job: this.#jobs.watch(contract.registry.push, answer.value.job) }
      : { destination, job: null, failure: answer.failure };
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
