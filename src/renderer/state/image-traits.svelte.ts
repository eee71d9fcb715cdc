/** The platform and the layers of images, which the engine tells only of one at a time: asked for when they are wanted. */
import { MOST_TRAITS, type ImageSummary, type ImageTraits } from '../../shared/contract/images.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import {
  noIds,
  noTraits,
  withIds,
  withoutIds,
  withTraits,
  type Ids,
  type TraitIndex,
} from './trait-index.js';

/** Rows that are only scrolled past are not asked about. */
const SETTLE_MS = 120;

export class ImageTraitsState {
  readonly #ask: StrataClient['images']['traits'];
  /** An image's traits never change. Replaced whole by each answer, which tells of many. */
  #known: TraitIndex = $state.raw(noTraits);
  /** Asked about already, whatever came of it: an image that is gone has no traits. */
  #asked: Ids = noIds;
  #wanted: readonly string[] = [];
  #isAsking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Why the traits that were wanted last can't be had. */
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient) {
    this.#ask = client.images.traits;
  }

  /** Undefined until it is known. */
  readonly of = (id: string): ImageTraits | undefined => this.#known.get(id);

  /** How many of those that were wanted are still to be asked about. */
  waiting = $state(0);

  /** `linux/amd64`; empty until it is known. */
  readonly platformOf = (image: ImageSummary): string =>
    image.platforms.length > 0 ? image.platforms.join(', ') : (this.#known.get(image.id)?.platform ?? '');

  /** What is in sight now. Replaces what was wanted before. */
  want(ids: readonly string[]): void {
    clearTimeout(this.#timer);
    if (ids.some((id) => !this.#asked.has(id))) this.#timer = setTimeout(() => this.wantNow(ids), SETTLE_MS);
  }

  /** Everything that something is to be found by. */
  wantNow(ids: readonly string[]): void {
    this.#wanted = ids.filter((id) => !this.#asked.has(id));
    if (!this.#isAsking) void this.#next();
  }

  /** Asks once more for what could not be had. */
  retry(ids: readonly string[]): void {
    this.failure = null;
    this.wantNow(ids);
  }

  async #next(): Promise<void> {
    this.#isAsking = true;
    while (this.#wanted.length > 0) {
      this.waiting = this.#wanted.length;
      const images = this.#wanted.slice(0, MOST_TRAITS);
      this.#wanted = this.#wanted.slice(MOST_TRAITS);
      this.#asked = withIds(this.#asked, images);
      const answer = await this.#ask({ images });
      if (answer.ok) {
        this.#known = withTraits(this.#known, answer.value);
        this.failure = null;
      } else {
        this.#asked = withoutIds(this.#asked, images);
        this.failure = answer.failure;
        this.#wanted = [];
      }
    }
    this.waiting = 0;
    this.#isAsking = false;
  }
}
