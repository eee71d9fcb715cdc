/** The containers of the image that is looked at, as they are now, and how much each has written. */
import { SvelteMap } from 'svelte/reactivity';
import type { ContainerSize, ImageContainers } from '../../../../shared/contract/containers.js';
import type { Result } from '../../../../shared/failure.js';
import type { StrataClient } from '../../../state/client.js';

/** To measure, the engine walks the container's files. */
const AT_ONCE = 2;

export class ContainersOfImage {
  readonly #image: string;
  readonly #calls: StrataClient['containers'];
  /** Null while it is measured, or could not be. */
  readonly #sizes = new SvelteMap<string, ContainerSize | null>();
  readonly #leave: () => void;
  #wanted: readonly string[] = [];
  #measuring = 0;
  #loading = false;
  #isStale = false;
  #ended = false;

  /** Null until main has answered. */
  answer: Result<ImageContainers> | null = $state.raw(null);

  constructor(image: string, calls: StrataClient['containers']) {
    this.#image = image;
    this.#calls = calls;
    this.#leave = calls.changed(({ container }) => {
      if (container !== null) this.#sizes.delete(container);
      void this.load();
    });
    void this.load();
  }

  /** Asks again; however often it is called meanwhile, once more. */
  async load(): Promise<void> {
    this.#isStale = true;
    if (this.#loading) return;
    this.#loading = true;
    while (this.#isStale && !this.#ended) {
      this.#isStale = false;
      this.answer = await this.#calls.of({ image: this.#image });
    }
    this.#loading = false;
  }

  /** Undefined while it wasn't asked for, null while it isn't known. */
  sizeOf(container: string): ContainerSize | null | undefined {
    return this.#sizes.get(container);
  }

  /** Measures those of `containers` that weren't. Replaces what was wanted before. */
  want(containers: readonly string[]): void {
    this.#wanted = containers;
    this.#measure();
  }

  stop(): void {
    this.#ended = true;
    this.#leave();
  }

  #measure(): void {
    while (this.#measuring < AT_ONCE && !this.#ended) {
      const container = this.#wanted.find((id) => !this.#sizes.has(id));
      if (container === undefined) return;
      this.#sizes.set(container, null);
      this.#measuring++;
      void this.#calls.size({ container }).then((answer) => {
        this.#measuring--;
        if (answer.ok) this.#sizes.set(container, answer.value);
        this.#measure();
      });
    }
  }
}
