/** The images on the engine, live: the first list is asked for, then main tells what changes. */
import { SvelteMap } from 'svelte/reactivity';
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { EngineState } from './engine.svelte.js';

export class ImagesState {
  readonly #calls: StrataClient['images'];
  readonly #engine: EngineState;
  readonly #byId = new SvelteMap<string, ImageSummary>();

  loaded = $state(false);
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient, engine: EngineState) {
    this.#calls = client.images;
    this.#engine = engine;
    this.#calls.changed((change) => this.#apply(change));
    void this.load();
  }

  get all(): readonly ImageSummary[] {
    return [...this.#byId.values()];
  }

  /** The image that a reference or id stands for now. */
  find(image: string): ImageSummary | undefined {
    return this.#byId.get(image) ?? this.all.find(({ references }) => references.includes(image));
  }

  async load(): Promise<void> {
    const answer = await this.#calls.list();
    // No engine is told by the shell, once; the list comes by itself when there is one.
    this.failure = answer.ok || !this.#engine.connected ? null : answer.failure;
    if (answer.ok) this.#apply({ upserted: answer.value, removed: this.#goneFrom(answer.value) });
  }

  #goneFrom(rows: readonly ImageSummary[]): readonly string[] {
    const there = new Set(rows.map(({ id }) => id));
    return [...this.#byId.keys()].filter((id) => !there.has(id));
  }

  #apply({ upserted, removed }: ImagesChange): void {
    for (const id of removed) this.#byId.delete(id);
    for (const image of upserted) this.#byId.set(image.id, image);
    this.failure = null;
    this.loaded = true;
  }
}
