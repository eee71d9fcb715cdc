/** Long work as main tells of it: what runs and ran, and one job followed step by step. */
import { SvelteMap } from 'svelte/reactivity';
import type { Job, OutcomeOf, Progress, StateOf } from '../../shared/contract/define.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { StrataClient } from './client.js';

/** A job that is followed: its state folds here as it folds in main. */
export class WatchedJob<S, O> {
  readonly id: string;
  summary: JobSummary;
  state: S;
  readonly stop: () => void;

  constructor(client: StrataClient, id: string, progress: Progress<S, unknown>, known: JobSummary) {
    this.id = id;
    this.summary = $state.raw(known);
    this.state = $state.raw(progress.initial());
    this.stop = client.jobs.watch({ job: id }, (update) => {
      // Main folds with the same reducer, so what it sends is of the reducer's own types.
      if (update.type === 'state') this.state = update.state as S;
      else if (update.type === 'steps')
        this.state = update.steps.reduce((state: S, step) => progress.reduce(state, step), this.state);
      if (update.type !== 'steps') this.summary = update.summary;
    });
  }

  /** What the job came to; undefined unless it is done. */
  get outcome(): O | undefined {
    return this.summary.status === 'done' ? (this.summary.outcome as O) : undefined;
  }
}

export class JobsState {
  readonly #client: StrataClient;
  readonly #byId = new SvelteMap<string, JobSummary>();

  constructor(client: StrataClient) {
    this.#client = client;
    client.jobs.changed((summary) => this.#byId.set(summary.id, summary));
    client.jobs.dismissed(({ job }) => this.#byId.delete(job));
    void client.jobs.list().then((answer) => {
      if (answer.ok)
        for (const summary of answer.value)
          if (!this.#byId.has(summary.id)) this.#byId.set(summary.id, summary);
    });
  }

  get all(): readonly JobSummary[] {
    return [...this.#byId.values()];
  }

  get running(): number {
    return this.all.filter(({ status }) => status === 'running').length;
  }

  /** Follows a job of the kind that `call` names until `stop`. */
  watch<C extends Job>(call: C, id: string): WatchedJob<StateOf<C>, OutcomeOf<C>> {
    const known = this.#byId.get(id) ?? {
      id,
      call: '',
      title: '',
      engine: { address: '', origin: 'default' },
      status: 'running',
      cancelling: false,
      startedAt: Date.now(),
    };
    return new WatchedJob<StateOf<C>, OutcomeOf<C>>(
      this.#client,
      id,
      call.progress as Progress<StateOf<C>, unknown>,
      known,
    );
  }

  cancel(id: string): Promise<unknown> {
    return this.#client.jobs.cancel({ job: id });
  }

  dismiss(id: string): Promise<unknown> {
    return this.#client.jobs.dismiss({ job: id });
  }
}
