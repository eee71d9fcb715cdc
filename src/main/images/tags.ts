/** Tags: pointers that are added, moved and taken away, never behind anyone's back. */
import type { RemovedImage } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, parseReference, withDefaultTag } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { refuse, type EngineService } from '../engine/index.js';
import { removal } from './answers.js';
import { claimName, some } from './claim.js';
import { imagesAbove, isSameImage } from './holders.js';
import { askImage, nothingThere, read } from './list.js';
import { named } from './summary.js';

export type TagInput = { readonly image: string; readonly reference: string; readonly move: boolean };

/**
 * Points `reference` at `image`.
 * @throws FailureError `conflict` when it points to another image and `move` isn't set; `invalid-input`, `not-found`
 */
export async function tag(
  engine: EngineService,
  { image, reference, move }: TagInput,
): Promise<{ readonly reference: string }> {
  const { inspect: source } = await askImage(engine, image);
  const { name, repository, tag: word } = await claimName(engine, { reference, move, image: source.Id });
  await engine
    .docker()
    .getImage(source.Id)
    .tag({ repo: repository, tag: word })
    .catch(refuse({ title: `${name} could not be added` }));
  return { reference: name };
}

/**
 * Takes one name away, and the image with its last one, unless images of the classic builder stand on it: then it is
 * left untagged. The answer says which.
 * @throws FailureError `conflict` when it is the last one and a container was made from the image; `not-found`
 */
export async function untag(engine: EngineService, reference: string): Promise<RemovedImage> {
  const name = familiarName(withDefaultTag(parseReference(reference)));
  return deleteImage(engine, name);
}

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
  for (const name of found.RepoTags.filter(isReference)) removed.push(await deleteImage(engine, name));
  // What the last tag left: names by digest of other repositories, then an image without any name.
  const left = (await askImage(engine, found.Id).catch(nothingThere))?.inspect;
  for (const name of left?.RepoDigests.filter(isReference) ?? []) {
    removed.push(await deleteImage(engine, name).catch(alreadyGone));
  }
  if (left && (await askImage(engine, found.Id).catch(nothingThere))) {
    removed.push(await deleteImage(engine, found.Id));
  }
  return {
    untagged: removed.flatMap(({ untagged }) => untagged),
    deleted: removed.flatMap(({ deleted }) => deleted),
  };
}

/** Images without a name stand as `<none>:<none>` among the names of some engines. */
const isReference = (name: string): boolean => named([name]).length > 0;

async function refuseIfUsed(engine: EngineService, image: string, id: string): Promise<void> {
  const docker = engine.docker();
  const words = refuse({ title: `${image} could not be removed` });
  const [containers, above] = await Promise.all([
    docker.listContainers({ all: true, filters: { ancestor: [id] } }).catch(words),
    imagesAbove(engine, id),
  ]);
  // “ancestor” finds containers of the images above, too; those are no reason.
  const made = containers.filter(({ ImageID }) => isSameImage(ImageID, id));
  if (made.length > 0) {
    const names = made.map(({ Names, Id }) => Names[0]?.replace(/^\//, '') ?? shortId(Id));
    throw new FailureError({
      code: 'conflict',
      title: `${image} is in use`,
      detail: `${made.length === 1 ? 'A container was' : `${made.length} containers were`} made from it: ${some(names)}.`,
      remedy: 'Remove what was made from it first, for instance with “docker rm”.',
    });
  }
  if (above.length > 0) {
    throw new FailureError({
      code: 'conflict',
      title: `Other images stand on ${image}`,
      detail: `The engine keeps it for ${some(above)}.`,
      remedy: 'Remove those first.',
    });
  }
}

async function deleteImage(engine: EngineService, name: string): Promise<RemovedImage> {
  const title = `${name} could not be removed`;
  const answer: unknown = await engine
    .docker()
    .getImage(name)
    .remove({ force: false })
    .catch(
      refuse({
        title,
        absent: `${name} is not on this engine`,
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
