/** Tags: pointers that are added, moved and taken away, never behind anyone's back. */
import type { RemovedImage } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, familiarRepository, parseReference, withDefaultTag } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { refuse, type EngineService } from '../engine/index.js';
import { removal } from './answers.js';
import { askImage, read } from './list.js';
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
  const wanted = parseReference(reference);
  if (wanted.digest !== undefined) {
    throw new FailureError({
      code: 'invalid-input',
      title: 'A digest can’t be a tag',
      detail: `“${reference}” names one exact image; a tag is a name that may move.`,
      remedy: 'Leave out everything from the @ on.',
    });
  }
  const full = withDefaultTag(wanted);
  const name = familiarName(full);
  const [{ inspect: source }, holder] = await Promise.all([
    askImage(engine, image),
    askImage(engine, name).catch(nothingThere),
  ]);
  if (holder && holder.inspect.Id !== source.Id && !move) {
    const { Id, RepoTags } = holder.inspect;
    const others = named(RepoTags).filter((other) => other !== name);
    throw new FailureError({
      code: 'conflict',
      title: `${name} points to another image`,
      detail: `It now points to ${shortId(Id)}, ${others.length > 0 ? `which is also ${some(others)}` : 'which has no other name and would be left untagged'}.`,
      remedy: 'Move it here, or choose another name.',
    });
  }
  await engine
    .docker()
    .getImage(source.Id)
    .tag({ repo: familiarRepository(full), tag: full.tag ?? 'latest' })
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
  const [containers, images] = await Promise.all([
    docker.listContainers({ all: true, filters: { ancestor: [id] } }).catch(words),
    docker.listImages({ all: true }).catch(words),
  ]);
  // “ancestor” finds containers of the images above, too; those are no reason.
  const made = containers.filter(({ ImageID }) => withoutAlgorithm(ImageID) === withoutAlgorithm(id));
  if (made.length > 0) {
    const names = made.map(({ Names, Id }) => Names[0]?.replace(/^\//, '') ?? shortId(Id));
    throw new FailureError({
      code: 'conflict',
      title: `${image} is in use`,
      detail: `${made.length === 1 ? 'A container was' : `${made.length} containers were`} made from it: ${some(names)}.`,
      remedy: 'Remove what was made from it first, for instance with “docker rm”.',
    });
  }
  // Only the classic builder records a parent, and then the engine keeps it.
  const above = images.filter(({ ParentId }) => ParentId === id);
  if (above.length > 0) {
    throw new FailureError({
      code: 'conflict',
      title: `Other images stand on ${image}`,
      detail: `The engine keeps it for ${some(above.map(({ RepoTags, Id }) => named(RepoTags ?? [])[0] ?? shortId(Id)))}.`,
      remedy: 'Remove those first.',
    });
  }
}

const withoutAlgorithm = (id: string): string => id.replace(/^sha256:/, '');

const MOST_NAMES = 5;
const some = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
    : names.join(', ');

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

function nothingThere(error: unknown): null {
  if (error instanceof FailureError && error.failure.code === 'not-found') return null;
  throw error;
}

function alreadyGone(error: unknown): RemovedImage {
  nothingThere(error);
  return { untagged: [], deleted: [] };
}
