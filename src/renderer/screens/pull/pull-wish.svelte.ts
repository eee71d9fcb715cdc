/** What somebody who types a name is told by its registry: the tags there, and what a pull would bring. */
import type { PullOffer } from '../../../shared/contract/pulls.js';
import type { Failure } from '../../../shared/failure.js';
import type { StrataClient } from '../../state/client.js';
import { orderTags } from './tag-order.js';

/** Nobody is asked about each letter that is typed. */
const REST_MS = 400;

/** One question at a time, asked when typing rests; the one before is left. */
class Question {
  #key: string | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;

  /** True when it is another question than before. `ask` is called later, and gives what leaves it. */
  put(key: string | null, ask: () => () => void): boolean {
    if (key === this.#key) return false;
    this.end();
    this.#key = key;
    if (key !== null) this.#waiting = setTimeout(() => (this.#stop = ask()), REST_MS);
    return true;
  }

  end(): void {
    clearTimeout(this.#waiting);
    this.#stop?.();
    this.#stop = null;
    this.#key = null;
  }
}

export class PullWish {
  readonly #calls: StrataClient['pulls'];
  readonly #aboutTags = new Question();
  readonly #aboutOffer = new Question();

  #tags: readonly string[] = $state.raw([]);
  readonly tags: readonly string[] = $derived(orderTags(this.#tags));
  /** How reading the tags stands; null: nobody has asked. */
  reading: 'asking' | 'all' | 'some' | null = $state(null);
  tagsFailure: Failure | null = $state.raw(null);

  offer: PullOffer | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Whether an offer is on its way. */
  isAsking = $state(false);

  constructor(calls: StrataClient['pulls']) {
    this.#calls = calls;
  }

  /** The repository whose tags are of interest; `as`: who is logged in, which changes the answer. */
  wantTags(repository: string | null, as: string): void {
    const isOther = this.#aboutTags.put(repository === null ? null : `${as} ${repository}`, () => {
      this.reading = 'asking';
      return this.#calls.tags({ reference: repository ?? '' }, (update) => {
        if (update.type === 'tags') this.#tags = [...this.#tags, ...update.tags];
        else if (update.type === 'end') this.reading = update.isAll ? 'all' : 'some';
        else {
          this.reading = null;
          this.tagsFailure = update.failure;
        }
      });
    });
    if (!isOther) return;
    this.#tags = [];
    this.reading = null;
    this.tagsFailure = null;
  }

  /** The name that may be pulled, for the engine's own platform where none is chosen. */
  wantOffer(reference: string | null, platform: string | null, as: string): void {
    const key = reference === null ? null : JSON.stringify([as, reference, platform]);
    const isOther = this.#aboutOffer.put(key, () =>
      this.#calls.offer(
        { reference: reference ?? '', ...(platform === null ? {} : { platform }) },
        (update) => {
          this.isAsking = false;
          if (update.type === 'offer') this.offer = update.offer;
          else this.failure = update.failure;
        },
      ),
    );
    if (!isOther) return;
    // Another platform of the same name: what is shown stays till the answer, so that nothing jumps.
    if (reference === null || this.offer?.reference !== reference) this.offer = null;
    this.failure = null;
    this.isAsking = reference !== null;
  }

  end(): void {
    this.#aboutTags.end();
    this.#aboutOffer.end();
  }
}
