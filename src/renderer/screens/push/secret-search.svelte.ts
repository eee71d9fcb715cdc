/** What of an image looks like a secret and would be public with it: its settings and history at once, its files when they are read. */
import type { FileSecret } from '../../../shared/contract/push.js';
import { scanImage, type ImageFinding } from '../../../shared/secret-scan/image.js';
import type { StrataClient } from '../../state/client.js';

export class SecretSearch {
  readonly #client: StrataClient;
  #image = '';
  #layers = '';
  #stop: (() => void) | null = null;

  /** All of the image's, by DiffID; empty until that is known. */
  layers: readonly string[] = $state.raw([]);
  settings: readonly ImageFinding[] = $state.raw([]);
  files: readonly FileSecret[] = $state.raw([]);
  /** `failed`: files could not be looked into. */
  state: 'idle' | 'reading' | 'done' | 'failed' = $state('idle');

  constructor(client: StrataClient) {
    this.#client = client;
  }

  readonly count: number = $derived(this.settings.length + this.files.length);

  /** Looks at what the image says of itself. */
  async look(image: string): Promise<void> {
    this.#image = image;
    const answer = await this.#client.images.inspect({ image });
    if (this.#image !== image || !answer.ok) return;
    this.settings = scanImage(answer.value);
    this.layers = answer.value.steps.flatMap(({ diffId }) => (diffId === null ? [] : [diffId]));
  }

  /** Looks into the files of those layers that would travel. */
  search(image: string, layers: readonly string[]): void {
    const key = JSON.stringify([image, layers]);
    if (key === this.#layers) return;
    this.#layers = key;
    this.#stop?.();
    this.files = [];
    this.state = layers.length === 0 ? 'done' : 'reading';
    if (layers.length === 0) return;
    this.#stop = this.#client.push.secrets({ image, layers: [...layers] }, (update) => {
      if (update.type === 'found') this.files = update.secrets;
      this.state = update.type === 'found' ? 'done' : 'failed';
    });
  }

  /** Nobody wants to know any more. */
  end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#layers = '';
    this.#image = '';
  }
}
