/** What a name in FROM, COPY --from or a mount means: one of the stages above, or an image. */
import type { Stage } from '../../syntax.js';
import type { Model } from '../model.js';

const known = new WeakMap<Model, ReadonlyMap<string, readonly Stage[]>>();

/** The last stage of that name before the one of index `before`; null when there is none. */
export function stageNamed(model: Model, name: string, before: number): Stage | null {
  let stages = known.get(model);
  if (!stages) known.set(model, (stages = byName(model)));
  const same = stages.get(name.toLowerCase()) ?? [];
  let low = 0;
  let high = same.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((same[middle]?.index ?? before) < before) low = middle + 1;
    else high = middle;
  }
  return same[low - 1] ?? null;
}

/** In the order of the file. */
function byName({ file }: Model): ReadonlyMap<string, readonly Stage[]> {
  const stages = new Map<string, Stage[]>();
  for (const stage of file.stages) {
    if (stage.name === null) continue;
    const same = stages.get(stage.name);
    if (same) same.push(stage);
    else stages.set(stage.name, [stage]);
  }
  return stages;
}
