/** Which image of this engine another one stands on. */
import type { BaseImage } from '../../shared/contract/images.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import type { Layers } from './layers.js';
import { askImage, listImages } from './list.js';
import { isSameImage } from './holders.js';

/** More names than this of one base tell nobody more. */
const MOST_NAMES = 20;

/**
 * The image with the most layers of which all stand at the bottom of `image`, and more above them. Images with the very
 * same layers count as one; the first of them by name is it.
 * @throws FailureError `not-found`
 */
export async function baseOf(
  engine: EngineService,
  layers: Layers,
  image: string,
): Promise<BaseImage | null> {
  const [{ inspect: own }, all] = await Promise.all([askImage(engine, image), listImages(engine)]);
  const chain = own.RootFS.Layers;
  const looks = all
    .filter(({ id }) => !isSameImage(id, own.Id))
    .map(async ({ id, references }) => ({ id, references, theirs: (await layers.of(id)) ?? [] }));
  const candidates = (
    await Promise.all(looks).catch(refuse({ title: say('imageFailures.base', { image }) }))
  ).filter(
    ({ theirs }) =>
      theirs.length > 0 &&
      theirs.length < chain.length &&
      theirs.every((diffId, depth) => diffId === chain[depth]),
  );
  const depth = Math.max(0, ...candidates.map(({ theirs }) => theirs.length));
  const bases = candidates
    .filter(({ theirs }) => theirs.length === depth)
    .map(({ id, references }) => ({ id, names: references.length > 0 ? references : [shortId(id)] }))
    .sort((one, other) => (one.names[0] ?? '').localeCompare(other.names[0] ?? '', 'en'));
  const [first] = bases;
  if (!first) return null;
  return { id: first.id, names: bases.flatMap(({ names }) => names).slice(0, MOST_NAMES), layers: depth };
}
