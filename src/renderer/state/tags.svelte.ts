/** Tags pointed elsewhere from this window, and the way back from the last time. */
import type { RemovedImage } from '../../shared/contract/images.js';
import type { Failure, Result } from '../../shared/failure.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import type { StrataClient } from './client.js';

type Calls = StrataClient['tags'];

/** What was done, and how it is undone while the images are there. */
export type TagDeed = {
  /** In the language that is spoken when it is asked for. */
  readonly words: string;
  /** The ids of the images that it was about. */
  readonly images: readonly string[];
  /** Null: what it was done to is gone. */
  readonly undo: (() => Promise<Result<unknown>>) | null;
};

export class TagDesk {
  readonly #calls: Calls;
  /** The last deed, until it is undone or put away. */
  last: TagDeed | null = $state.raw(null);
  /** Why the last deed could not be undone. */
  failure: Failure | null = $state.raw(null);
  undoing = $state(false);

  constructor(client: StrataClient) {
    this.#calls = client.tags;
  }

  /** Each answers with why it was not done, or null. */
  async add(image: string, reference: string): Promise<Failure | null> {
    const answer = await this.#calls.add({ image, reference });
    if (answer.ok) this.#did(null);
    return answer.ok ? null : answer.failure;
  }

  /** `from`: the image that it was said to point to. */
  async move(reference: string, image: string, from: string): Promise<Failure | null> {
    const answer = await this.#calls.move({ image, reference, from });
    if (!answer.ok) return answer.failure;
    const { reference: name, left } = answer.value;
    this.#did({
      get words() {
        const moved = { name, image: shortId(image) };
        return left.isThere
          ? say('state.tag.moved', moved)
          : say('state.tag.movedLast', { ...moved, from: shortId(from) });
      },
      images: [image, from],
      undo: left.isThere ? () => this.#calls.move({ image: from, reference: name, from: image }) : null,
    });
    return null;
  }

  async rename(
    image: string,
    reference: string,
    to: string,
    replaces: string | null,
  ): Promise<Failure | null> {
    const answer = await this.#calls.rename({ image, reference, to, replaces });
    if (!answer.ok) return answer.failure;
    const { reference: name, left } = answer.value;
    this.#did({
      get words() {
        return say('state.tag.renamed', { from: reference, name });
      },
      images: [image],
      undo: async () => {
        const back = await this.#calls.rename({ image, reference: name, to: reference, replaces: null });
        return back.ok && left?.isThere ? this.#calls.add({ image: left.id, reference: name }) : back;
      },
    });
    return null;
  }

  async remove(
    image: string,
    reference: string,
  ): Promise<Result<RemovedImage & { readonly imageStays: boolean }>> {
    const answer = await this.#calls.remove({ image, reference });
    if (answer.ok) {
      const { imageStays } = answer.value;
      this.#did({
        get words() {
          return say(`state.tag.${imageStays ? 'removed' : 'removedLast'}`, { name: reference });
        },
        images: [image],
        undo: imageStays ? () => this.#calls.add({ image, reference }) : null,
      });
    }
    return answer;
  }

  async undo(): Promise<void> {
    const deed = this.last;
    if (!deed?.undo || this.undoing) return;
    this.undoing = true;
    const answer = await deed.undo();
    this.undoing = false;
    if (this.last !== deed) return;
    if (answer.ok) this.#did(null);
    else this.failure = answer.failure;
  }

  putAside(): void {
    this.#did(null);
  }

  #did(deed: TagDeed | null): void {
    this.last = deed;
    this.failure = null;
  }
}
