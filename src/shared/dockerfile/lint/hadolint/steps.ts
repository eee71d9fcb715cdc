/** The steps of a file by what they end up in: stage by stage, and in the image that is built when nothing else is asked for. */
import type { Model, StageModel, Step } from '../model.js';

/** Those of each stage; what no FROM stands above, as in a part of a file, is a group of its own. */
export function stepGroups(model: Model): readonly (readonly Step[])[] {
  const above = model.steps.filter(({ stage }) => stage === null);
  const stages = model.stages.map(({ steps }) => steps);
  return above.length > 0 ? [above, ...stages] : stages;
}

/** The last stage and those that it is built on. */
function resultingStages(model: Model): ReadonlySet<StageModel> {
  const found = new Set<StageModel>();
  for (let stage = model.stages.at(-1) ?? null; stage !== null; stage = stage.parent) found.add(stage);
  return found;
}

const known = new WeakMap<Model, ReadonlySet<StageModel>>();

/** Whether what a step leaves behind is in the last stage's image, or, by ONBUILD, in one built on it. */
export function reachesResult(model: Model, { stage, instruction }: Step): boolean {
  let stages = known.get(model);
  if (!stages) known.set(model, (stages = resultingStages(model)));
  return stage === null || instruction.keyword === 'ONBUILD' || stages.has(stage);
}

/** A stage and those that it is built on, nearest first. */
export function* lineage(stage: StageModel | null): Generator<StageModel> {
  for (let one = stage; one !== null; one = one.parent) yield one;
}

/** The stages of which something is true, and those built on them, which take it over. */
export function inheriting(model: Model, isSo: (stage: StageModel) => boolean): ReadonlySet<StageModel> {
  const found = new Set<StageModel>();
  // A stage stands below the one that it is built on.
  for (const stage of model.stages)
    if ((stage.parent !== null && found.has(stage.parent)) || isSo(stage)) found.add(stage);
  return found;
}
