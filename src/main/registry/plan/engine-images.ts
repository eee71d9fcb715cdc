/** What the engine's own images tell of a registry: those that came from there, or went there, have names by digest. */
import type Docker from 'dockerode';
import { z } from 'zod';
import { parseReference } from '../../../shared/reference.js';
import { refuse } from '../../engine/index.js';
import type { RegistryClient } from '../client/types.js';
import type { LearntLayer } from './learnt.js';

const inspected = z.object({
  Id: z.string(),
  RepoDigests: z.array(z.string()).catch([]),
  RootFS: z.object({ Layers: z.array(z.string()).catch([]) }).catch({ Layers: [] }),
});
export type InspectedImage = { readonly id: string; readonly layers: readonly string[] };

const listed = z.array(z.object({ Id: z.string(), RepoDigests: z.array(z.string()).nullish() }));

/** More manifests than this are not read for one plan. */
const MOST_ASKED = 24;

export async function inspect(docker: Docker, image: string, title: string): Promise<InspectedImage> {
  const { Id, RootFS } = inspected.parse(await docker.getImage(image).inspect().catch(refuse({ title })));
  return { id: Id, layers: RootFS.Layers };
}

type Named = { readonly image: string; readonly repository: string; readonly digest: string };

/** Images with a name by digest in `registry`, those in `repository` first. */
async function namedThere(docker: Docker, registry: string, repository: string): Promise<readonly Named[]> {
  const images = listed.parse(await docker.listImages({ digests: true } as Docker.ListImagesOptions));
  const named = images.flatMap(({ Id, RepoDigests }) =>
    (RepoDigests ?? []).flatMap((text): Named[] => {
      if (text.startsWith('<none>')) return [];
      const { domain, path, digest } = parseReference(text);
      return domain === registry && digest !== undefined ? [{ image: Id, repository: path, digest }] : [];
    }),
  );
  return named.sort((a, b) => Number(b.repository === repository) - Number(a.repository === repository));
}

/**
 * The layers of `wanted` that images of this engine have at the registry, by their manifests there. What the registry doesn't
 * answer to is left out.
 */
export async function layersThere(
  docker: Docker,
  client: RegistryClient,
  { repository, wanted, signal }: { repository: string; wanted: ReadonlySet<string>; signal: AbortSignal },
): Promise<readonly LearntLayer[]> {
  const found: LearntLayer[] = [];
  let asked = 0;
  for (const { image, repository: own, digest } of await namedThere(docker, client.registry, repository)) {
    if (asked === MOST_ASKED) break;
    const { layers } = await inspect(docker, image, '');
    if (!layers.some((diffId) => wanted.has(diffId))) continue;
    asked++;
    const pairs = await pairsOf(client, { repository: own, digest, image, layers, signal }).catch(() => []);
    signal.throwIfAborted();
    found.push(...pairs.filter(({ diffId }) => wanted.has(diffId)));
  }
  return found;
}

/** The layers of an image that the engine knows, as the manifest with `digest` names them. Of an index, its child that is the image. */
export async function pairsOf(
  client: RegistryClient,
  {
    repository,
    digest,
    image,
    layers,
    signal,
  }: {
    readonly repository: string;
    readonly digest: string;
    readonly image: string;
    readonly layers: readonly string[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<readonly LearntLayer[]> {
  const first = await client.manifest(repository, digest, signal);
  const children = first.kind === 'index' ? first.manifests : [];
  for (const manifest of [first, ...children]) {
    const whole = 'kind' in manifest ? manifest : await client.manifest(repository, manifest.digest, signal);
    if (whole.kind !== 'image' || whole.config.digest !== image) continue;
    if (whole.layers.length !== layers.length) return [];
    return whole.layers.map((blob, at) => ({
      diffId: layers[at] ?? '',
      registry: client.registry,
      repository,
      digest: blob.digest,
      size: blob.size,
    }));
  }
  return [];
}
