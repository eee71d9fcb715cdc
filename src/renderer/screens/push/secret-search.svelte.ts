/** What of an image looks like a secret and would be public with it: its settings and history at once, its files when they are read. */
import type { ImageDetail } from '../../../shared/contract/images.js';
import type { FileSecret } from '../../../shared/contract/push.js';
import { scanImage, type ImageFinding } from '../../../shared/secret-scan/image.js';
import type { StrataClient } from '../../state/client.js';

export class SecretSearch {
  readonly #calls: StrataClient['push'];
  #layers = '';
  #stop: (() => void) | null = null;

  /** All of the image's, by DiffID; empty until that is known. */
  layers: readonly string[] = $state.raw([]);
  settings: readonly ImageFinding[] = $state.raw([]);
  files: readonly FileSecret[] = $state.raw([]);
  /** `failed`: files could not be looked into. */
  state: 'idle' | 'reading' | 'done' | 'failed' = $state('idle');

  constructor(calls: StrataClient['push']) {
    this.#calls = calls;
  }

  readonly count: number = $derived(this.settings.length + this.files.length);

  /** Looks at what the image says of itself. */
  look(image: ImageDetail): void {
    this.settings = scanImage(image);
    this.layers = image.steps.flatMap(({ diffId }) => (diffId === null ? [] : [diffId]));
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
    this.#stop = this.#calls.secrets({ image, layers: [...layers] }, (update) => {
      if (update.type === 'found') this.files = update.secrets;
      this.state = update.type === 'found' ? 'done' : 'failed';
    });
  }

  /** Nobody wants to know any more. */
  end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#layers = '';
  }
}
