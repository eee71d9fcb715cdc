/** Images: what there is, what each is made of, and the tags that point at them. */
import type { images } from '../../shared/contract/images.js';
import type { Handler } from '../../shared/contract/define.js';
import type { EngineService } from '../engine/index.js';
import { inspectImage, listImages } from './list.js';
import { createLayers } from './layers.js';
import { sharingOf } from './sharing.js';
import { remove, tag, untag } from './tags.js';

export { watchImages } from './watch.js';

type Calls = typeof images;
type Answers = {
  readonly [K in 'list' | 'inspect' | 'sharing' | 'tag' | 'untag' | 'remove']: Handler<Calls[K]>;
};

/** The contract's answers about images. */
export function createImages({ engine }: { readonly engine: EngineService }): Answers {
  const layers = createLayers(engine);
  return {
    list: () => listImages(engine),
    inspect: ({ image }) => inspectImage(engine, layers, image),
    sharing: ({ image }) => sharingOf(engine, layers, image),
    tag: (input) => tag(engine, input),
    untag: ({ reference }) => untag(engine, reference),
    remove: ({ image }) => remove(engine, image),
  };
}
