/** What a pull would bring: for which platforms, how large, and how much of it the engine has already. Nothing is changed. */
import type Docker from 'dockerode';
import { z } from 'zod';
import type { OfferedImage, PullOffer } from '../../shared/contract/pulls.js';
import { familiarName, parseReference, withDefaultTag } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import type { Descriptor, ImageManifest, RegistryClient } from './client/types.js';
import { findImageId } from './image-id.js';
import { imageFor, imagesOf, isSamePlatform, platformNameOf } from './pull-platforms.js';

export type OfferParts = {
  readonly engine: Pick<EngineService, 'docker'>;
  readonly clientOf: (registry: string) => RegistryClient;
  /** The DiffIDs of each image of the engine, base first. */
  readonly layersHere: () => Promise<readonly (readonly string[])[]>;
};

/** @throws FailureError when the text is no name, or the registry can't be asked or has no such image */
export async function offerPull(
  { engine, clientOf, layersHere }: OfferParts,
  input: { readonly reference: string; readonly platform?: string | undefined },
  signal: AbortSignal,
): Promise<PullOffer> {
  const reference = withDefaultTag(parseReference(input.reference.trim()));
  const name = familiarName(reference);
  const docker = engine.docker();
  const title = say('registryFailures.offerOf', { name });
  const client = clientOf(reference.domain);
  const own = await enginePlatform(docker, title);
  const named = await client.manifest(reference.path, reference.digest ?? reference.tag ?? 'latest', signal);
  const id = await findImageId(docker, name, title);

  const read = async (manifest: ImageManifest): Promise<{ image: OfferedImage; config: string }> => {
    const config = await client.config(reference.path, manifest, signal);
    const isHere = manifest.config.digest === id || manifest.digest === id;
    const here = isHere ? manifest.layers.length : depthHere(config.diffIds, await layersHere());
    return { image: offered(platformNameOf(config), manifest.layers, here), config: manifest.config.digest };
  };
  const offer = (
    platforms: readonly string[],
    engines: string | null,
    image: OfferedImage | null,
    known: readonly string[],
  ): PullOffer => ({
    reference: name,
    digest: named.digest,
    engine: own,
    platforms: platforms.map((platform) => ({ name: platform, isEngines: platform === engines })),
    image,
    now: id === null ? null : { id, isSame: known.includes(id) },
  });

  if (named.kind === 'image') {
    const { image, config } = await read(named);
    const isAsked = input.platform === undefined || isSamePlatform(image.platform, input.platform);
    const engines = isSamePlatform(image.platform, own) ? image.platform : null;
    return offer([image.platform], engines, isAsked ? image : null, [config, named.digest]);
  }
  const images = imagesOf(named);
  const engines = imageFor(images, own)?.name ?? null;
  const names = images.map((image) => image.name);
  const chosen = imageFor(images, input.platform ?? own);
  if (chosen === null) return offer(names, engines, null, [named.digest]);
  const manifest = await client.manifest(reference.path, chosen.manifest.digest, signal);
  if (manifest.kind !== 'image') return offer(names, engines, null, [named.digest]);
  const { image, config } = await read(manifest);
  // The index tells platforms apart; a configuration may leave out the variant.
  const known = [config, manifest.digest, named.digest];
  return offer(names, engines, { ...image, platform: chosen.name }, known);
}

const version = z.object({ Os: z.string(), Arch: z.string() });

async function enginePlatform(docker: Docker, title: string): Promise<string> {
  const { Os, Arch } = version.parse(await docker.version().catch(refuse({ title })));
  return platformNameOf({ os: Os, architecture: Arch });
}

/** How many layers, from the base up, one image here has in common: the engine stores a layer on those below it. */
function depthHere(diffIds: readonly string[], images: readonly (readonly string[])[]): number {
  let deepest = 0;
  for (const layers of images) {
    let depth = 0;
    while (depth < diffIds.length && layers[depth] === diffIds[depth]) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function offered(platform: string, blobs: readonly Descriptor[], here: number): OfferedImage {
  const layers = blobs.map(({ digest, size }, at) => ({ digest, bytes: size, isHere: at < here }));
  // The same layer twice travels once.
  const bytesOf = (some: typeof layers): number =>
    [...new Map(some.map(({ digest, bytes }) => [digest, bytes])).values()].reduce(
      (sum, bytes) => sum + bytes,
      0,
    );
  return {
    platform,
    layers,
    bytes: bytesOf(layers),
    missing: bytesOf(layers.filter(({ isHere }) => !isHere)),
  };
}
