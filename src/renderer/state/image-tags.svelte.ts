/** The tags of the image that is looked at, and the moves that were seen of them. */
import type { TagHistory, TagList } from '../../shared/contract/tags.js';
import type { Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

export class ImageTags {
  readonly #calls: Pick<StrataClient['tags'], 'list' | 'history' | 'moved'>;
  #asked = 0;

  /** Null until main has answered. */
  list: Result<TagList> | null = $state.raw(null);
  history: Result<TagHistory> | null = $state.raw(null);

  constructor(calls: Pick<StrataClient['tags'], 'list' | 'history' | 'moved'>) {
    this.#calls = calls;
  }

  /** Asks for all of an image, and again when tags move, until the answer is called. */
  follow(image: string): () => void {
    void this.#load(image);
    const leave = this.#calls.moved(() => void this.#load(image));
    return () => {
      this.#asked++;
      leave();
    };
  }

  async #load(image: string): Promise<void> {
    const ask = ++this.#asked;
    const [list, history] = await Promise.all([this.#calls.list({ image }), this.#calls.history({ image })]);
    if (ask !== this.#asked) return;
    this.list = list;
    this.history = history;
  }
}
