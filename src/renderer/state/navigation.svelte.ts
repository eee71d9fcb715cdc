/** Which screen is shown, and the way back. */
import type { LayerSource } from '../../shared/contract/layers.js';

/** An archive's file, or a folder that is an OCI layout. */
export type ArchiveSource = Extract<LayerSource, { kind: 'archive' | 'layout' }>;

/** One of two images that are compared; `at`: which of those in an archive. */
export type CompareSource =
  { readonly kind: 'image'; readonly image: string } | (ArchiveSource & { readonly at?: number });

/** The screens, each with what it needs to show. */
export type Screen =
  | { readonly name: 'images' }
  | { readonly name: 'image'; readonly image: string; readonly tab?: 'layers' | 'tags' | 'containers' }
  /** Images in a file or folder, not on the engine. */
  | { readonly name: 'archive'; readonly source: ArchiveSource }
  | { readonly name: 'compare'; readonly before: CompareSource; readonly after: CompareSource }
  | { readonly name: 'browse'; readonly registry: string }
  /** An image in a registry; `reference` is a tag or digest. */
  | {
      readonly name: 'remote';
      readonly registry: string;
      readonly repository: string;
      readonly reference: string;
    }
  | { readonly name: 'build' }
  | { readonly name: 'registries' }
  | { readonly name: 'disk' }
  | { readonly name: 'settings' };

const MAX_BACK = 50;

export class Navigation {
  screen: Screen = $state.raw({ name: 'images' });
  #back: readonly Screen[] = $state.raw([]);
  #hasBegun = false;

  get canGoBack(): boolean {
    return this.#back.length > 0;
  }

  /** Whether this is the first time that it is asked: what a start is to show is shown once. */
  begin(): boolean {
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    return isFirst;
  }

  go(screen: Screen): void {
    if (isSame(screen, this.screen)) return;
    this.#back = [...this.#back, this.screen].slice(-MAX_BACK);
    this.screen = screen;
  }

  /** Shows another name of the same thing without a step to go back over. */
  replace(screen: Screen): void {
    this.screen = screen;
  }

  back(): void {
    const last = this.#back.at(-1);
    if (!last) return;
    this.#back = this.#back.slice(0, -1);
    this.screen = last;
  }

  /** Leaves the screen of an image that is gone, known by any of `names`; no way back leads to it. */
  forget(names: readonly string[]): void {
    const isGone = (screen: Screen): boolean => screen.name === 'image' && names.includes(screen.image);
    this.#back = this.#back
      .filter((screen) => !isGone(screen))
      .filter((screen, at, all) => at === 0 || !isSame(screen, all[at - 1] ?? screen));
    if (!isGone(this.screen)) return;
    if (this.canGoBack) this.back();
    else this.screen = { name: 'images' };
  }
}

const isSame = (a: Screen, b: Screen): boolean => JSON.stringify(a) === JSON.stringify(b);
