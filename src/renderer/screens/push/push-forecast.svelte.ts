/** What the push that is being considered would send, followed while the destination stands still. */
import type { PushPlan } from '../../../shared/contract/push.js';
import type { Failure } from '../../../shared/failure.js';
import type { StrataClient } from '../../state/client.js';

/** Nobody is asked about each letter that is typed. */
const REST_MS = 400;

export class PushForecast {
  readonly #calls: StrataClient['push'];
  #key = '';
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;

  plan: PushPlan | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);

  constructor(calls: StrataClient['push']) {
    this.#calls = calls;
  }

  /** Looks at another push, or at the same `as` another; `destination` is null where what was typed is no name. */
  consider(image: string, destination: string | null, as: string | null): void {
    const key = JSON.stringify([image, destination, as]);
    if (key === this.#key) return;
    this.end();
    this.#key = key;
    if (destination === null) return;
    this.#waiting = setTimeout(() => {
      this.#stop = this.#calls.plan({ image, destination }, (update) => {
        if (update.type === 'plan') this.plan = update.plan;
        else this.failure = update.failure;
      });
    }, REST_MS);
  }

  /** Nobody considers it any more. */
  end(): void {
    clearTimeout(this.#waiting);
    this.#stop?.();
    this.#stop = null;
    this.#key = '';
    this.plan = null;
    this.failure = null;
  }
}
