/** What registries have under the tags that are here: asked for on demand, followed while it runs. */
import { SvelteMap } from 'svelte/reactivity';
import { contract } from '../../shared/contract/index.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import type { UpdateCheck, UpdatesOutcome, UpdatesProgress } from '../../shared/contract/updates.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';

export class UpdatesState {
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  readonly #checks = new SvelteMap<string, UpdateCheck>();

  /** The latest check, until it is put aside. */
  job: WatchedJob<UpdatesProgress, UpdatesOutcome> | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState) {
    this.#client = client;
    this.#jobs = jobs;
    client.updates.changed((checks) => this.#take(checks));
    void client.updates.list().then((answer) => {
      if (answer.ok && this.#checks.size === 0) this.#take(answer.value);
    });
  }

  /** When the registry was found to have a newer image under the reference; null where it isn't known to. */
  newerSince(reference: string, image: ImageSummary): number | null {
    const check = this.#checks.get(keyOf(reference, image.id));
    if (check?.state !== 'newer') return null;
    return image.digests.some((digest) => digest.endsWith(`@${check.digest ?? ''}`)) ? null : check.checkedAt;
  }

  /** Starts a check of these tags, or of all. */
  async check(references?: readonly string[]): Promise<void> {
    const started = await this.#client.updates.check(references ? { references: [...references] } : {});
    this.putAside();
    if (started.ok) this.job = this.#jobs.watch(contract.updates.check, started.value.job);
    else this.failure = started.failure;
  }

  cancel(): void {
    if (this.job) void this.#jobs.cancel(this.job.id);
  }

  putAside(): void {
    this.job?.stop();
    this.job = null;
    this.failure = null;
  }

  #take(checks: readonly UpdateCheck[]): void {
    this.#checks.clear();
    for (const check of checks) this.#checks.set(keyOf(check.reference, check.image), check);
  }
}

/** A tag stands for other images on other engines. */
const keyOf = (reference: string, image: string): string => `${reference}\n${image}`;
