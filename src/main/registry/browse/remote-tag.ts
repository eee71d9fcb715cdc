/** What a tag stands for in its registry: platforms, sizes, age; and the image of one platform as an engine would tell of it. */
import type { RemoteImage, RemoteTag } from '../../../shared/contract/repositories.js';
import { FailureError } from '../../../shared/failure.js';
import { familiarName, parseReference } from '../../../shared/reference.js';
import { say } from '../../../shared/words/index.js';
import { describeImage } from '../../images/index.js';
import type { Descriptor, ImageConfig, ImageManifest, Manifest, RegistryClient } from '../client/types.js';

export async function describeTag(
  client: RegistryClient,
  repository: string,
  tag: string,
): Promise<RemoteTag> {
  const manifest = await client.manifest(repository, tag);
  const image = await imageOf(client, { repository, manifest, platform: undefined });
  // What isn't an image has other things for settings; it is there all the same.
  const config = image && (await client.config(repository, image).catch(() => null));
  return tagOf(manifest, image, config);
}

/** @throws FailureError `not-found` for a platform that there isn't; `invalid-input` for what is no image */
export async function readImage(
  client: RegistryClient,
  {
    repository,
    reference,
    platform,
  }: { readonly repository: string; readonly reference: string; readonly platform: string | undefined },
): Promise<RemoteImage> {
  const separator = reference.includes(':') ? '@' : ':';
  const name = familiarName(parseReference(`${client.registry}/${repository}${separator}${reference}`));
  const manifest = await client.manifest(repository, reference);
  const image = await imageOf(client, { repository, manifest, platform });
  if (image === null) throw new FailureError(noImage(name, platform));
  const config = await client.config(repository, image);
  const detail = describeImage({
    id: image.config.digest,
    references: [name],
    digests: [],
    config: config.file,
    sizes: image.layers.map(({ size }) => size),
  });
  if (detail === null) throw new FailureError(noImage(name, platform));
  return { reference: name, tag: tagOf(manifest, image, config), platform: platformOf(config), detail };
}

function tagOf(manifest: Manifest, image: ImageManifest | null, config: ImageConfig | null): RemoteTag {
  const listed = manifest.kind === 'index' ? runnable(manifest.manifests).map(nameOf) : [];
  const own = config === null ? [] : [platformOf(config)];
  const created = config?.created === null ? Number.NaN : Date.parse(config?.created ?? '');
  return {
    digest: manifest.digest,
    mediaType: manifest.mediaType,
    platforms: [...new Set(manifest.kind === 'index' ? listed : own)],
    size: image === null ? null : image.layers.reduce((sum, { size }) => sum + size, 0),
    created: Number.isNaN(created) ? null : created,
  };
}

type Choice = {
  readonly repository: string;
  readonly manifest: Manifest;
  readonly platform: string | undefined;
};

/** The image itself, or an index's child: of the platform that is wanted, else of this machine's, else the first. */
async function imageOf(
  client: RegistryClient,
  { repository, manifest, platform }: Choice,
): Promise<ImageManifest | null> {
  if (manifest.kind === 'image') return manifest;
  const children = runnable(manifest.manifests);
  const wanted = platform ?? `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const exact = children.find((child) => nameOf(child) === wanted);
  const child = exact ?? (platform === undefined ? children[0] : undefined);
  if (!child) return null;
  const inner = await client.manifest(repository, child.digest);
  return inner.kind === 'image' ? inner : null;
}

/** What attests to an image stands beside it, for no platform that there is. */
const runnable = (children: readonly Descriptor[]): readonly Descriptor[] =>
  children.filter(({ platform }) => platform !== undefined && platform.os !== 'unknown');

function nameOf({ platform }: Descriptor): string {
  if (!platform) return '';
  const { os, architecture, variant } = platform;
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

const platformOf = ({ os, architecture, variant }: ImageConfig): string =>
  [os, architecture, ...(variant === null ? [] : [variant])].join('/');

const noImage = (name: string, platform: string | undefined) =>
  ({
    code: platform === undefined ? 'invalid-input' : 'not-found',
    title:
      platform === undefined
        ? say('registryFailures.noImage', { name })
        : say('registryFailures.noPlatform', { name, platform }),
    detail:
      platform === undefined
        ? say('registryFailures.noImage.detail')
        : say('registryFailures.noPlatform.detail'),
  }) as const;
