/** What the screen that is shown can do by name: its dialogs are its own, so it lends them to the command palette while it is there. */
import { SvelteMap } from 'svelte/reactivity';
import type { ActionId } from '../../shared/actions.js';

type Offered = Readonly<Partial<Record<ActionId, (() => void) | undefined>>>;

export class Offers {
  readonly #offered = new SvelteMap<ActionId, () => void>();

  /** Offers actions until the answer is called; made for `$effect`. One that is undefined can't be done now. */
  offer(offered: Offered): () => void {
    const all = Object.entries(offered) as [ActionId, (() => void) | undefined][];
    for (const [id, run] of all) if (run) this.#offered.set(id, run);
    return () => {
      for (const [id, run] of all) if (this.#offered.get(id) === run) this.#offered.delete(id);
    };
  }

  has(id: ActionId): boolean {
    return this.#offered.has(id);
  }

  /** Does it, where it is offered. */
  take(id: ActionId): void {
    this.#offered.get(id)?.();
  }
}
