/** Images and their names removed, never behind anyone's back. */
import type { RemovedImage } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { removal } from './answers.js';
import { some } from './claim.js';
import { containersOf, imagesAbove } from './holders.js';
import { askImage, nothingThere, read } from './list.js';
import { named } from './summary.js';

/**
 * Removes an image with all of its names.
 * @throws FailureError `conflict`, naming them, when containers or other images were made from it; nothing is removed
 * then. `not-found`.
 */
export async function remove(engine: EngineService, image: string): Promise<RemovedImage> {
  const { inspect: found } = await askImage(engine, image);
  await refuseIfUsed(engine, image, found.Id);
  const removed: RemovedImage[] = [];
  // By name, never by force: a container that appears meanwhile keeps its image.
  for (const name of found.RepoTags.filter(isReference)) removed.push(await removeName(engine, name));
  // What the last tag left: names by digest of other repositories, then an image without any name.
  const left = (await askImage(engine, found.Id).catch(nothingThere))?.inspect;
  for (const name of left?.RepoDigests.filter(isReference) ?? []) {
    removed.push(await removeName(engine, name).catch(alreadyGone));
  }
  if (left && (await askImage(engine, found.Id).catch(nothingThere))) {
    removed.push(await removeName(engine, found.Id));
  }
  return {
    untagged: removed.flatMap(({ untagged }) => untagged),
    deleted: removed.flatMap(({ deleted }) => deleted),
  };
}

/** Images without a name stand as `<none>:<none>` among the names of some engines. */
const isReference = (name: string): boolean => named([name]).length > 0;

async function refuseIfUsed(engine: EngineService, image: string, id: string): Promise<void> {
  const [names, above] = await Promise.all([containersOf(engine, id), imagesAbove(engine, id)]);
  if (names.length > 0) {
    throw new FailureError({
      code: 'conflict',
      title: say('imageFailures.inUse', { image }),
      detail: say('imageFailures.inUse.detail', { count: names.length, names: some(names) }),
      remedy: say('imageFailures.inUse.remedy'),
    });
  }
  if (above.length > 0) {
    throw new FailureError({
      code: 'conflict',
      title: say('imageFailures.stoodUpon', { image }),
      detail: say('imageFailures.stoodUpon.detail', { names: some(above) }),
      remedy: say('imageFailures.stoodUpon.remedy'),
    });
  }
}

/**
 * Takes one name away, and the image with its last one, unless something else holds it. The answer says which.
 * @throws FailureError `conflict` when it is the last one and a container was made from the image; `not-found`
 */
export async function removeName(engine: EngineService, name: string): Promise<RemovedImage> {
  const title = say('imageFailures.remove', { name });
  const answer: unknown = await engine
    .docker()
    .getImage(name)
    .remove({ force: false })
    .catch(
      refuse({
        title,
        absent: say('imageFailures.absent', { image: name }),
      }),
    );
  const rows = read(removal, answer, title);
  return {
    untagged: rows.flatMap(({ Untagged }) => (Untagged === undefined ? [] : [Untagged])),
    deleted: rows.flatMap(({ Deleted }) => (Deleted === undefined ? [] : [Deleted])),
  };
}

function alreadyGone(error: unknown): RemovedImage {
  nothingThere(error);
  return { untagged: [], deleted: [] };
}
