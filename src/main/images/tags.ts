/** Tags: pointers that are added, moved and removed, never behind anyone's back. */
import type { RemovedImage } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, familiarRepository, parseReference, withDefaultTag } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { refuse, type EngineService } from '../engine/index.js';
import { imageInspect, removal } from './answers.js';

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
  const docker = engine.docker();
  const [source, holder] = await Promise.all([
    identify(engine, image),
    identify(engine, name).catch(nothingThere),
  ]);
  if (holder && holder.Id !== source.Id && !move) {
    const others = holder.RepoTags.filter((other) => other !== name);
    throw new FailureError({
      code: 'conflict',
      title: `${name} points to another image`,
      detail: `It now points to ${shortId(holder.Id)}, ${others.length > 0 ? `which is also ${others.slice(0, 5).join(', ')}` : 'which has no other name and would be left untagged'}.`,
      remedy: 'Move it here, or choose another name.',
    });
  }
  await docker
    .getImage(source.Id)
    .tag({ repo: familiarRepository(full), tag: full.tag ?? 'latest' })
    .catch(refuse({ title: `${name} could not be added` }));
  return { reference: name };
}

/** Removes one name. The image goes with its last one, unless a container or another image stands on it. */
export async function untag(engine: EngineService, reference: string): Promise<RemovedImage> {
  const name = familiarName(withDefaultTag(parseReference(reference)));
  const answer: unknown = await engine
    .docker()
    .getImage(name)
    .remove({ force: false })
    .catch(refuse({ title: `${name} could not be removed` }));
  return toRemoved(answer);
}

/**
 * Removes an image with all of its names.
 * @throws FailureError `conflict`, naming the containers, when it is in use; nothing is removed then
 */
export async function remove(engine: EngineService, image: string): Promise<RemovedImage> {
  const docker = engine.docker();
  const found = await identify(engine, image);
  const users = await docker
    .listContainers({ all: true, filters: { ancestor: [found.Id] } })
    .catch(refuse({ title: `${image} could not be removed` }));
  const own = users.filter(({ ImageID }) => ImageID === found.Id);
  if (own.length > 0) {
    const names = own.slice(0, 5).map(({ Names, Id }) => Names[0]?.replace(/^\//, '') ?? shortId(Id));
    throw new FailureError({
      code: 'conflict',
      title: `${image} is in use`,
      detail: `${own.length === 1 ? 'A container was' : `${own.length} containers were`} made from it: ${names.join(', ')}.`,
      remedy: 'Remove what was made from it first, for instance with “docker rm”.',
    });
  }
  const removed: RemovedImage[] = [];
  const words = { title: `${image} could not be removed` };
  for (const name of found.RepoTags)
    removed.push(toRemoved(await docker.getImage(name).remove({ force: false }).catch(refuse(words))));
  // Names by digest, and images without any name, are left until the image itself is asked for.
  if (
    !removed.some(({ deleted }) => deleted.includes(found.Id)) &&
    (await identify(engine, found.Id).catch(nothingThere))
  ) {
    removed.push(
      toRemoved(
        await docker
          .getImage(found.Id)
          .remove({ force: found.RepoDigests.length > 0 })
          .catch(refuse(words)),
      ),
    );
  }
  return {
    untagged: removed.flatMap(({ untagged }) => untagged),
    deleted: removed.flatMap(({ deleted }) => deleted),
  };
}

async function identify(engine: EngineService, image: string) {
  const answer: unknown = await engine
    .docker()
    .getImage(image)
    .inspect()
    .catch(
      refuse({
        title: `${image} is not on this engine`,
        remedy: 'It may have been removed or renamed since.',
      }),
    );
  return imageInspect.parse(answer);
}

function nothingThere(error: unknown): null {
  if (error instanceof FailureError && error.failure.code === 'not-found') return null;
  throw error;
}

function toRemoved(answer: unknown): RemovedImage {
  const rows = removal.parse(answer);
  return {
    untagged: rows.flatMap(({ Untagged }) => (Untagged === undefined ? [] : [Untagged])),
    deleted: rows.flatMap(({ Deleted }) => (Deleted === undefined ? [] : [Deleted])),
  };
}
