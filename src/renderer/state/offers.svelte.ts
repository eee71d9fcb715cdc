/** What the screen that is shown can do by name: its dialogs are its own, so it lends them to the command palette while it is there. */
import { SvelteMap } from 'svelte/reactivity';
import type { ActionId } from '../../shared/actions.js';

type Offered = Readonly<Partial<Record<ActionId, (() => void) | undefined>>>;

export class Offers {
  readonly #offered = new SvelteMap<ActionId, () => void>();
  #awaited: { readonly id: ActionId; readonly isWanted: () => boolean } | null = null;

  /** Offers actions until the answer is called; made for `$effect`. One that is undefined can't be done now. */
  offer(offered: Offered): () => void {
    const all = Object.entries(offered) as [ActionId, (() => void) | undefined][];
    for (const [id, run] of all) if (run) this.#offered.set(id, run);
    const awaited = this.#awaited;
    if (awaited !== null && offered[awaited.id]) {
      this.#awaited = null;
      // Not in the effect that offers it, which would depend on what the action reads.
      queueMicrotask(() => awaited.isWanted() && this.take(awaited.id));
    }
    return () => {
      for (const [id, run] of all) if (this.#offered.get(id) === run) this.#offered.delete(id);
    };
  }

  has(id: ActionId): boolean {
    return this.#offered.has(id);
  }

  /** Does it, now or as soon as it is offered, if it is wanted still. Another one that is asked for so takes its place. */
  takeSoon(id: ActionId, isWanted: () => boolean): void {
    this.#awaited = null;
    if (this.#offered.has(id)) this.take(id);
    else this.#awaited = { id, isWanted };
  }

  /** Does it, where it is offered. */
  take(id: ActionId): void {
    this.#offered.get(id)?.();
  }
}
