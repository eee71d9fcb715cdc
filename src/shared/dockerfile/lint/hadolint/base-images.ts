/** The images that the stages of a file are built on. */
import type { FromInstruction } from '../../syntax.js';
import type { Model } from '../model.js';
import { stageNamed } from './stage-names.js';

/** Stages whose base is an image, by name; not a variable, another stage, or nothing at all. */
export function* baseImages(
  model: Model,
): Generator<{ readonly from: FromInstruction; readonly image: string }> {
  for (const stage of model.stages) {
    const { from } = stage.stage;
    const image = from.image?.text ?? '';
    if (
      image !== '' &&
      image !== 'scratch' &&
      !image.includes('$') &&
      stageNamed(model, image, stage.stage.index) === null
    )
      yield { from, image };
  }
}
