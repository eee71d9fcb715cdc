/** What a name in FROM, COPY --from or a mount means: one of the stages above, or an image. */
import type { Stage } from '../../syntax.js';
import type { Model } from '../model.js';

const known = new WeakMap<Model, ReadonlyMap<string, readonly Stage[]>>();

/** The last stage of that name before the one of index `before`; null when there is none. */
export function stageNamed(model: Model, name: string, before: number): Stage | null {
  let stages = known.get(model);
  if (!stages) known.set(model, (stages = byName(model)));
  return stages.get(name.toLowerCase())?.findLast(({ index }) => index < before) ?? null;
}

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
