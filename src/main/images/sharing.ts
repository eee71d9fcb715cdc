/** Which images stand on the same layers. */
import type { LayerSharing } from '../../shared/contract/images.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import type { Layers } from './layers.js';
import { askImage, listImages } from './list.js';

/**
 * For each layer of `image`, the other images that have it. Layers are the same only with the same layers below them: the
 * engine stores chains, so chains are compared. A DiffID that stands twice in the image tells of its lower place.
 * @throws FailureError `not-found`
 */
export async function sharingOf(engine: EngineService, layers: Layers, image: string): Promise<LayerSharing> {
  const [{ inspect: own }, all] = await Promise.all([askImage(engine, image), listImages(engine)]);
  const chain = own.RootFS.Layers;
  layers.keep(new Set(all.map(({ id }) => id)));

  const users = chain.map((): string[] => []);
  const compare = async (id: string, name: string): Promise<void> => {
    // An image that was removed meanwhile shares nothing any more.
    const theirs = (await layers.of(id)) ?? [];
    for (const [depth, names] of users.entries()) {
      if (theirs[depth] !== chain[depth]) return;
      names.push(name);
    }
  };
  await Promise.all(
    all
      .filter(({ id }) => id !== own.Id)
      .map(({ id, references }) => compare(id, references[0] ?? shortId(id))),
  ).catch(refuse({ title: say('imageFailures.sharing', { image }) }));

  const sharing = new Map<string, readonly string[]>();
  for (const [depth, diffId] of chain.entries()) {
    if (!sharing.has(diffId)) sharing.set(diffId, (users[depth] ?? []).sort());
  }
  return Object.fromEntries(sharing);
}
