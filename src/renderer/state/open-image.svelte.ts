/** The image that is looked at: what the engine says of it, and who else stands on its layers. */
import type { ImageDetail, LayerSharing } from '../../shared/contract/images.js';
import type { Result } from '../../shared/failure.js';
import type { StrataClient } from './client.js';

export class OpenImage {
  /** As it was opened: a reference or an id. */
  readonly name: string;
  readonly #calls: Pick<StrataClient['images'], 'inspect' | 'sharing'>;
  #asked = 0;

  /** Null until main has answered. */
  detail: Result<ImageDetail> | null = $state.raw(null);
  /** Null while it isn't known; the image shows without it. */
  sharing: LayerSharing | null = $state.raw(null);

  constructor(name: string, calls: Pick<StrataClient['images'], 'inspect' | 'sharing'>) {
    this.name = name;
    this.#calls = calls;
    void this.load();
  }

  get id(): string | null {
    return this.detail?.ok ? this.detail.value.id : null;
  }

  /** Asks again, for when the name came to point elsewhere. */
  async load(): Promise<void> {
    const ask = ++this.#asked;
    const detail = await this.#calls.inspect({ image: this.name });
    if (ask !== this.#asked) return;
    this.detail = detail;
    this.sharing = null;
    if (!detail.ok) return;
    const sharing = await this.#calls.sharing({ image: detail.value.id });
    if (ask === this.#asked && sharing.ok) this.sharing = sharing.value;
  }
}
