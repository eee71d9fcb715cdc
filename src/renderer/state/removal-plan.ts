/** What removing the chosen rows of the list does, said before it is done. Pure. */
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import type { ImageRow } from './image-rows.js';

/** One request to the engine. */
export type RemovalStep =
  | { readonly does: 'untag'; readonly name: string; readonly image: string }
  /** `name` is what the image is called here; all of `names` go with it. */
  | {
      readonly does: 'delete';
      readonly image: string;
      readonly name: string;
      readonly names: readonly string[];
    };

export type RemovalPlan = {
  readonly steps: readonly RemovalStep[];
  /** What stays, and the containers for which it does. */
  readonly kept: readonly { readonly name: string; readonly why: string }[];
};

/** An image goes when all of its names were chosen, else only those names do. */
export function planRemoval(rows: readonly ImageRow[]): RemovalPlan {
  const byImage = new Map<string, ImageRow[]>();
  for (const row of rows) byImage.set(row.image.id, [...(byImage.get(row.image.id) ?? []), row]);
  const steps: RemovalStep[] = [];
  const kept: { name: string; why: string }[] = [];
  for (const [id, chosen] of byImage) {
    const [first] = chosen;
    if (!first) continue;
    const { references, containers } = first.image;
    if (chosen.length < references.length) {
      for (const { target } of chosen) steps.push({ does: 'untag', name: target, image: id });
    } else if (containers !== null && containers.count > 0) {
      kept.push({ name: first.name, why: usedBy(containers.names, containers.count) });
    } else {
      const name = references[0] ?? `<untagged> ${shortId(id)}`;
      steps.push({ does: 'delete', image: id, name, names: references });
    }
  }
  return { steps, kept };
}

const MOST_NAMES = 3;

function usedBy(names: readonly string[], count: number): string {
  const said = names.slice(0, MOST_NAMES);
  const more = count - said.length;
  const named = { names: said.join(', ') };
  return more > 0 ? say('state.kept.usedMore', { ...named, more }) : say('state.kept.used', named);
}
