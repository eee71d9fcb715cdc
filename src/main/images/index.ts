/** Images: what there is, and what each is made of. */
import type { images, ImageSummary } from '../../shared/contract/images.js';
import type { Handler } from '../../shared/contract/define.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { baseOf } from './base.js';
import { inspectImage } from './list.js';
import { createLayers } from './layers.js';
import { sharingOf } from './sharing.js';
import { remove } from './removal.js';

export { describeImage } from './described.js';
export { claimName } from './claim.js';
export { containersOf, imagesAbove, isSameImage } from './holders.js';
export { askImage, nothingThere, read as readAnswer } from './list.js';
export { removeName } from './removal.js';
export { named } from './summary.js';
export { watchImages, type ImageWatch } from './watch.js';

type Calls = typeof images;
type Answers = {
  readonly [K in 'list' | 'traits' | 'inspect' | 'sharing' | 'base' | 'remove']: Handler<Calls[K]>;
};

type Parts = {
  readonly engine: EngineService;
  /** The list as it is watched. */
  readonly list: () => Promise<readonly ImageSummary[]>;
};

/** The contract's answers about images. */
export function createImages({ engine, list }: Parts): Answers & {
  /** The DiffIDs of every image, base first. @throws FailureError when the engine can't be asked */
  readonly layersHere: () => Promise<readonly (readonly string[])[]>;
} {
  const layers = createLayers(engine);
  return {
    list,
    async layersHere() {
      const words = refuse({ title: say('imageFailures.layers') });
      const traits = await Promise.all((await list()).map(({ id }) => layers.traits(id))).catch(words);
      return traits.flatMap((each) => (each === null ? [] : [each.layers]));
    },
    traits: async ({ images }) => {
      const words = refuse({ title: say('imageFailures.layers') });
      const traits = await Promise.all(images.map((image) => layers.traits(image))).catch(words);
      return traits.filter((each) => each !== null);
    },
    inspect: ({ image }) => inspectImage(engine, layers, image),
    sharing: ({ image }) => sharingOf(engine, layers, image),
    base: ({ image }) => baseOf(engine, layers, image),
    remove: ({ image }) => remove(engine, image),
  };
}
