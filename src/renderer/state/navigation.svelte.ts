/** Which screen is shown, and the way back. */

/** The screens, each with what it needs to show. */
export type Screen =
  | { readonly name: 'images' }
  | { readonly name: 'image'; readonly image: string }
  | { readonly name: 'build' }
  | { readonly name: 'registries' }
  | { readonly name: 'settings' };

const MAX_BACK = 50;

export class Navigation {
  screen: Screen = $state.raw({ name: 'images' });
  #back: readonly Screen[] = $state.raw([]);
  /** What the list of images is filtered by, kept while an image is looked at. */
  filter = $state('');

  get canGoBack(): boolean {
    return this.#back.length > 0;
  }

  go(screen: Screen): void {
    if (JSON.stringify(screen) === JSON.stringify(this.screen)) return;
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
}
