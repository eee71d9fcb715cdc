/** Whether the engine answers, as main last said, and where else one may be. */
import type { EnginePlaces, EngineStarter, EngineStatus } from '../../shared/contract/engine.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

export class EngineState {
  readonly #calls: StrataClient['engine'];

  /** Null until main has answered. */
  status: EngineStatus | null = $state.raw(null);
  /** While a try that the user asked for is under way. */
  retrying = $state(false);
  /** What could be started here, while no engine answers. */
  starters: readonly EngineStarter[] = $state.raw([]);
  /** Which is being started, and why the last was not. */
  starting: string | null = $state.raw(null);
  startFailure: Failure | null = $state.raw(null);
  /** Whether the dialog with all places is open. */
  choosing = $state(false);
  /** What was found when the places were last looked at. */
  places: EnginePlaces | null = $state.raw(null);
  looking = $state(false);
  /** The place that is being connected to; null too, for docker's own choice, so `undefined` is none. */
  switching: string | null | undefined = $state.raw();
  /** Why the places could not be looked at, or the last choice was refused. */
  refusal: Failure | null = $state.raw(null);

  constructor(client: StrataClient) {
    this.#calls = client.engine;
    this.#calls.statusChanged((status) => this.#take(status));
    void this.#calls.status().then((answer) => {
      if (answer.ok && this.status === null) this.#take(answer.value);
    });
  }

  /** Whether a job works at the engine of this window. */
  isHere(job: Pick<JobSummary, 'engine'>): boolean {
    return job.engine.address === this.status?.endpoint.address;
  }

  get connected(): boolean {
    return this.status?.state === 'connected';
  }

  async retry(): Promise<void> {
    this.retrying = true;
    const answer = await this.#calls.reconnect();
    if (answer.ok) this.status = answer.value;
    this.retrying = false;
  }

  async start(id: string): Promise<void> {
    this.starting = id;
    this.startFailure = null;
    const answer = await this.#calls.start({ id });
    if (answer.ok) this.#take(answer.value);
    else this.startFailure = answer.failure;
    this.starting = null;
  }

  #take(status: EngineStatus): void {
    const wasUnreachable = this.status?.state === 'unreachable';
    this.status = status;
    if (status.state === 'connected') this.startFailure = null;
    if (status.state !== 'unreachable' || wasUnreachable) return;
    void this.#calls.starters().then((answer) => {
      if (answer.ok) this.starters = answer.value;
    });
  }

  openPlaces(): void {
    this.choosing = true;
    void this.look();
  }

  async look(): Promise<void> {
    this.looking = true;
    const answer = await this.#calls.places();
    if (answer.ok) this.places = answer.value;
    this.refusal = answer.ok ? null : answer.failure;
    this.looking = false;
  }

  /** Connects to another place. True when that was not refused; whether an engine answers there is the status. */
  async choose(place: string | null): Promise<boolean> {
    this.switching = place;
    const answer = await this.#calls.choose({ place });
    this.switching = undefined;
    this.refusal = answer.ok ? null : answer.failure;
    if (!answer.ok) return false;
    this.status = answer.value;
    await this.look();
    return true;
  }
}
