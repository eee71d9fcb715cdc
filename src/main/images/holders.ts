/** What the engine keeps an image for. */
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { named } from './summary.js';
import { imageKey } from './uses.js';

/** Whether two ids are of one image. Some engines write an id with its algorithm, and some without. */
export const isSameImage = (one: string, other: string): boolean => imageKey(one) === imageKey(other);

/**
 * The images, by a name or short id each, that were built on this one step by step. Only the classic builder records
 * that, and then the engine keeps what is below.
 * @throws FailureError when the engine doesn't tell
 */
export async function imagesAbove(engine: EngineService, id: string): Promise<readonly string[]> {
  const title = say('imageFailures.above');
  const images = await engine.docker().listImages({ all: true }).catch(refuse({ title }));
  return images
    .filter(({ ParentId }) => ParentId === id)
    .map(({ RepoTags, Id }) => named(RepoTags ?? [])[0] ?? shortId(Id));
}

/**
 * The names of the containers that were made from this image itself, not from one that stands on it.
 * @throws FailureError when the engine doesn't tell
 */
export async function containersOf(engine: EngineService, id: string): Promise<readonly string[]> {
  const containers = await engine
    .docker()
    .listContainers({ all: true, filters: { ancestor: [id] } })
    .catch(refuse({ title: say('imageFailures.containersOfThis') }));
  return containers
    .filter(({ ImageID }) => isSameImage(ImageID, id))
    .map(({ Names, Id }) => Names[0]?.replace(/^\//, '') ?? shortId(Id));
}
