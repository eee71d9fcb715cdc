/** How large the layers of each image are, asked for only while its row is in sight. An image's layers never change. */
import { SvelteMap } from 'svelte/reactivity';
import type { StrataClient } from './client.js';

/** Few at once: the list itself, and whatever the user does next, come first. */
const AT_ONCE = 2;
/** Rows that are only scrolled past are not asked about. */
const SETTLE_MS = 120;

export class ImageShapes {
  readonly #inspect: StrataClient['images']['inspect'];
  /** Null while it is asked about. */
  readonly #known = new SvelteMap<string, readonly number[] | null>();
  #wanted: string[] = [];
  #asking = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: StrataClient) {
    this.#inspect = client.images.inspect;
  }

  /** The sizes of an image's layers in bytes, base first; undefined until they are known. */
  of(id: string): readonly number[] | undefined {
    return this.#known.get(id) ?? undefined;
  }

  /** What is in sight now. Replaces what was wanted before. */
  want(ids: readonly string[]): void {
    const wanted = ids.filter((id, at) => ids.indexOf(id) === at && !this.#known.has(id));
    this.#wanted = [];
    clearTimeout(this.#timer);
    if (wanted.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#wanted = wanted;
      this.#next();
    }, SETTLE_MS);
  }

  #next(): void {
    while (this.#asking < AT_ONCE) {
      const id = this.#wanted.shift();
      if (id === undefined) return;
      this.#known.set(id, null);
      this.#asking++;
      void this.#inspect({ image: id }).then((answer) => {
        this.#asking--;
        if (answer.ok) this.#known.set(id, sizesOf(answer.value.steps));
        else this.#known.delete(id);
        this.#next();
      });
    }
  }
}

const sizesOf = (steps: readonly { readonly diffId: string | null; readonly size: number }[]) =>
  steps.filter(({ diffId }) => diffId !== null).map(({ size }) => size);
