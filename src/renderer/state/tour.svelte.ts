/** The guided tour: where it stands, and which screen belongs to that. It shows the user's own images and projects. */
import type { ImageSummary } from '../../shared/contract/images.js';
import type { Failure } from '../../shared/failure.js';
import type { BuildDesk } from './build.svelte.js';
import type { StrataClient } from './client.js';
import type { ImagesState } from './images.svelte.js';
import type { Navigation } from './navigation.svelte.js';

/** One for each idea that the screens are built on, in the order in which they stand on each other. */
export const tourSteps = ['images', 'layers', 'tags', 'containers', 'build', 'end'] as const;
export type TourStep = (typeof tourSteps)[number];

type TourParts = {
  readonly client: StrataClient;
  readonly images: ImagesState;
  readonly builds: BuildDesk;
  readonly navigation: Navigation;
};

export class TourState {
  readonly #parts: TourParts;
  #at: number | null = $state(null);
  /** Why the sample project could not be opened. */
  failure: Failure | null = $state.raw(null);

  constructor(parts: TourParts) {
    this.#parts = parts;
  }

  /** Null while there is no tour. */
  readonly step: TourStep | null = $derived(this.#at === null ? null : (tourSteps[this.#at] ?? null));
  readonly number: number = $derived((this.#at ?? 0) + 1);

  /** What is shown of the user's own: the youngest image that has a name. */
  readonly image: ImageSummary | null = $derived.by(() => {
    const named = this.#parts.images.all.filter(({ references }) => references.length > 0);
    return named.toSorted((one, other) => other.created - one.created)[0] ?? null;
  });

  start(): void {
    this.#show(0);
  }

  next(): void {
    if (this.#at === null) return;
    if (this.#at + 1 < tourSteps.length) this.#show(this.#at + 1);
    else this.stop();
  }

  back(): void {
    if (this.#at !== null && this.#at > 0) this.#show(this.#at - 1);
  }

  stop(): void {
    this.#at = null;
    this.failure = null;
  }

  /** Goes to the Build screen with the sample project. */
  async openSample(): Promise<void> {
    const answer = await this.#parts.client.sample.open();
    this.failure = answer.ok ? null : answer.failure;
    if (!answer.ok) return;
    this.#parts.navigation.go({ name: 'build' });
    await this.#parts.builds.open(answer.value.folder);
  }

  #show(at: number): void {
    this.#at = at;
    this.failure = null;
    const { navigation, builds } = this.#parts;
    switch (tourSteps[at]) {
      case 'images':
        return navigation.go({ name: 'images' });
      case 'layers':
        return this.#showImage('layers');
      case 'tags':
        return this.#showImage('tags');
      case 'containers':
        return this.#showImage('containers');
      case 'build': {
        navigation.go({ name: 'build' });
        const [last] = builds.recentFolders;
        if (builds.current === null && last !== undefined) void builds.open(last);
        builds.current?.unfold('forecast', true);
        return;
      }
      default:
        return;
    }
  }

  #showImage(tab: 'layers' | 'tags' | 'containers'): void {
    const name = this.image?.references[0];
    if (name !== undefined) this.#parts.navigation.go({ name: 'image', image: name, tab });
  }
}
