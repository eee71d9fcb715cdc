/** The engine's disk as it was last measured, what a clean-up by the chosen rules would free, and what the last one did. */
import { SvelteMap } from 'svelte/reactivity';
import type { EngineEndpoint } from '../../shared/contract/engine.js';
import type { CleanUpReport, DiskUsage } from '../../shared/contract/disk.js';
import { contract } from '../../shared/contract/index.js';
import type { OutcomeOf, StateOf } from '../../shared/contract/define.js';
import { candidatesOf, targetsOf, type Candidate } from '../../shared/disk/rules.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import { rulesOf, usualChoices, type RuleChoices } from './disk-rules.js';
import type { EngineState } from './engine.svelte.js';
import type { JobsState, WatchedJob } from './jobs.svelte.js';

type MeasureJob = WatchedJob<StateOf<typeof contract.disk.measure>, OutcomeOf<typeof contract.disk.measure>>;
type CleanUpJob = WatchedJob<StateOf<typeof contract.disk.cleanUp>, OutcomeOf<typeof contract.disk.cleanUp>>;

export class DiskState {
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  readonly #engine: EngineState;
  /** What a person chose or left out; the rest follows from whether it is in use. */
  readonly #chosen = new SvelteMap<string, boolean>();
  #measuring: MeasureJob | null = $state.raw(null);
  #cleaning: CleanUpJob | null = $state.raw(null);
  #refused: Failure | null = $state.raw(null);

  usage: DiskUsage | null = $state.raw(null);
  /** Images came or went since it was measured. */
  outdated = $state(false);
  choices: RuleChoices = $state.raw(usualChoices);
  /** Names that the last clean-up took and that were put back since. */
  readonly putBack = new SvelteMap<string, Failure | null>();

  readonly candidates: readonly Candidate[] = $derived.by(() =>
    this.usage === null ? [] : candidatesOf(this.usage, rulesOf(this.choices), this.usage.measuredAt),
  );
  constructor(client: StrataClient, jobs: JobsState, engine: EngineState) {
    this.#client = client;
    this.#jobs = jobs;
    this.#engine = engine;
    client.disk.measured(() => void this.#read());
    // It may be another engine by now.
    client.engine.statusChanged(({ state, endpoint }) => {
      if (isElsewhere(this.#measuring, endpoint)) this.#measuring = letGo(this.#measuring);
      if (isElsewhere(this.#cleaning, endpoint)) this.#cleaning = letGo(this.#cleaning);
      if (state === 'connected' && this.usage !== null) void this.#read();
    });
    client.images.changed(() => (this.outdated = this.usage !== null));
    client.jobs.changed((job) => {
      if (job.call === 'disk.cleanUp' && job.status !== 'running' && engine.isHere(job)) void this.measure();
    });
  }

  /** The measurement that is under way, or the last one that was asked for here. */
  get measuring(): MeasureJob | null {
    return this.#measuring;
  }

  get isMeasuring(): boolean {
    return this.#measuring?.summary.status === 'running';
  }

  get cleaning(): CleanUpJob | null {
    return this.#cleaning;
  }

  get isCleaning(): boolean {
    return this.#cleaning?.summary.status === 'running';
  }

  /** What the last clean-up did. */
  get report(): CleanUpReport | null {
    return this.#cleaning?.outcome ?? null;
  }

  /** Why there is no newer measurement. */
  get failure(): Failure | null {
    return this.#refused ?? this.#measuring?.summary.failure ?? null;
  }

  /** Shows what is known and what is under way, and measures when nothing is. */
  async open(): Promise<void> {
    for (const job of this.#jobs.all) {
      const { id, call, status } = job;
      if (status !== 'running' || !this.#engine.isHere(job)) continue;
      if (call === 'disk.measure' && !this.isMeasuring) this.#follow(id);
      if (call === 'disk.cleanUp' && !this.isCleaning) this.#followCleanUp(id);
    }
    await this.#read();
    if (this.usage === null && this.#measuring === null) await this.measure();
  }

  async measure(): Promise<void> {
    if (this.isMeasuring) return;
    const started = await this.#client.disk.measure({});
    this.#refused = started.ok ? null : started.failure;
    if (started.ok) this.#follow(started.value.job);
  }

  cancel(job: { readonly id: string }): void {
    void this.#jobs.cancel(job.id);
  }

  isChosen({ key, usedBy }: Candidate): boolean {
    return this.#chosen.get(key) ?? usedBy.length === 0;
  }

  choose(candidates: readonly Candidate[], chosen: boolean): void {
    for (const { key } of candidates) this.#chosen.set(key, chosen);
  }

  /** Removes what is selected; what is in use only with `force`. The answer is why it could not start, or null. */
  async cleanUp(force: boolean): Promise<Failure | null> {
    const selection = this.candidates.filter(
      (each) => this.isChosen(each) && (force || each.usedBy.length === 0),
    );
    const started = await this.#client.disk.cleanUp({ ...targetsOf(selection), force });
    if (!started.ok) return started.failure;
    this.#chosen.clear();
    this.#followCleanUp(started.value.job);
    return null;
  }

  /** Puts away what the last clean-up did. */
  dismissReport(): void {
    this.#cleaning?.stop();
    this.#cleaning = null;
  }

  /** Gives an image back a name that the last clean-up took. */
  async restore(reference: string, image: string): Promise<void> {
    const answer = await this.#client.tags.add({ image, reference });
    this.putBack.set(reference, answer.ok ? null : answer.failure);
  }

  #follow(job: string): void {
    this.#measuring?.stop();
    this.#measuring = this.#jobs.watch(contract.disk.measure, job);
  }

  #followCleanUp(job: string): void {
    this.#cleaning?.stop();
    this.putBack.clear();
    this.#cleaning = this.#jobs.watch(contract.disk.cleanUp, job);
  }

  async #read(): Promise<void> {
    const answer = await this.#client.disk.usage();
    if (!answer.ok) {
      this.#refused = answer.failure;
      return;
    }
    if (answer.value?.measuredAt !== this.usage?.measuredAt) this.outdated = false;
    this.usage = answer.value;
  }
}

/** Not for one of which main hasn't told yet. */
const isElsewhere = (job: MeasureJob | CleanUpJob | null, { address }: EngineEndpoint): boolean =>
  job !== null && job.summary.call !== '' && job.summary.engine.address !== address;

/** It goes on, and is listed under Activity. */
function letGo(job: MeasureJob | CleanUpJob | null): null {
  job?.stop();
  return null;
}
