/** The images on the engine, live: the first list is asked for, then main tells what changes. */
import type { ImageSummary } from '../../shared/contract/images.js';
import type { Failure } from '../../shared/failure.js';
import type { StrataClient } from './client.js';
import type { EngineState } from './engine.svelte.js';
import { indexOf, withChange, type ImageIndex } from './image-index.js';

export class ImagesState {
  readonly #calls: StrataClient['images'];
  readonly #engine: EngineState;
  /** Replaced whole at each change: thousands of images arrive at once, and one signal is enough for them. */
  #byId: ImageIndex = $state.raw(indexOf([]));
  #changes = 0;
  /** Whose images these are. */
  #address: string | null = null;

  loaded = $state(false);
  failure: Failure | null = $state.raw(null);

  constructor(client: StrataClient, engine: EngineState) {
    this.#calls = client.images;
    this.#engine = engine;
    this.#calls.changed((change) => {
      this.#changes++;
      this.#replace(withChange(this.#byId, change));
    });
    // An engine without images has no change to tell of when it comes: it has to be asked.
    client.engine.statusChanged(({ state, endpoint }) => {
      this.#forgetOthers(endpoint.address);
      if (state === 'connected' && !this.loaded) void this.load();
    });
    void this.load();
  }

  readonly all: readonly ImageSummary[] = $derived([...this.#byId.values()]);

  /** The image that a reference or id stands for now. */
  find(image: string): ImageSummary | undefined {
    return this.#byId.get(image) ?? this.all.find(({ references }) => references.includes(image));
  }

  async load(): Promise<void> {
    const before = this.#changes;
    const answer = await this.#calls.list();
    // What came meanwhile may be newer than the answer.
    if (answer.ok && before !== this.#changes) return this.load();
    // No engine is told by the shell, once; the list comes by itself when there is one.
    this.failure = answer.ok || !this.#engine.connected ? null : answer.failure;
    if (answer.ok) this.#replace(indexOf(answer.value));
  }

  /** While an engine is away its images stay in sight; another's are none of it. */
  #forgetOthers(address: string): void {
    if (this.#address !== null && this.#address !== address) {
      this.#byId = indexOf([]);
      this.loaded = false;
    }
    this.#address = address;
  }

  #replace(images: ImageIndex): void {
    this.#byId = images;
    this.failure = null;
    this.loaded = true;
  }
}
