/** All tags of one image, and what becomes of it without them. */
import type { LastTagFate, TagList, TagMove } from '../../shared/contract/tags.js';
import { familiarRepository, tryReference } from '../../shared/reference.js';
import type { EngineService } from '../engine/index.js';
import { askImage, containersOf, imagesAbove, named } from '../images/index.js';

/** @throws FailureError `not-found`, or when the engine doesn't tell */
export async function listTags(
  engine: EngineService,
  image: string,
  moves: readonly TagMove[],
): Promise<TagList> {
  const { inspect } = await askImage(engine, image);
  const { Id: id } = inspect;
  const references = named(inspect.RepoTags);
  const digests = named(inspect.RepoDigests);
  const pinned = new Map(digests.map((digest) => [repositoryOf(digest), digest]));
  const since = new Map(moves.map(({ reference, to, at }) => [reference, to === id ? at : null]));
  return {
    id,
    tags: references.map((reference) => ({
      reference,
      pinned: pinned.get(repositoryOf(reference)) ?? null,
      since: since.get(reference) ?? null,
    })),
    lastTag: await fateOf(engine, id, references, digests),
  };
}

/**
 * As moby does it (daemon/images/image_delete.go): a name by digest goes with the last tag of its repository, an image
 * goes with its last name, and is refused to go while a container was made from it. Tried on Docker Engine 20.10.
 */
async function fateOf(
  engine: EngineService,
  id: string,
  references: readonly string[],
  digests: readonly string[],
): Promise<LastTagFate> {
  const repositories = new Set(references.map(repositoryOf));
  const others = digests.filter((digest) => !repositories.has(repositoryOf(digest)));
  if (others.length > 0) return { kind: 'stays', because: others };
  const [containers, above] = await Promise.all([containersOf(engine, id), imagesAbove(engine, id)]);
  if (containers.length > 0) return { kind: 'refused', containers };
  return above.length > 0 ? { kind: 'stays', because: above } : { kind: 'goes' };
}

function repositoryOf(name: string): string {
  const reference = tryReference(name);
  return reference.ok ? familiarRepository(reference.value) : name;
}
