/** Images that a registry holds: which layers they have, and those of them that are wanted as an archive on disk. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImageDetail } from '../../shared/contract/images.js';
import type { LayersProgress } from '../../shared/contract/layers.js';
import { FailureError } from '../../shared/failure.js';
import {
  familiarName,
  familiarRepository,
  parseReference,
  withDefaultTag,
  type Reference,
} from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import type { Descriptor, ImageManifest, Manifest, RegistryClient } from '../registry/index.js';
import { describeImage } from '../images/index.js';
import { documentPart, tarOf, type TarPart } from './image-tar.js';

export type RemoteImage = {
  /** As people write it. */
  readonly name: string;
  readonly repository: string;
  readonly client: RegistryClient;
  /** Sizes are those of compressed layers. */
  readonly detail: ImageDetail | null;
  /** Base first. */
  readonly layers: readonly { readonly diffId: string; readonly blob: Descriptor }[];
};

type Run = { readonly report: (progress: LayersProgress) => void; readonly signal: AbortSignal };

const REPORT_EVERY_MS = 100;

/** @throws FailureError `not-found` for a platform that the image isn't made for, and all that a client throws */
export async function findRemoteImage(
  clientOf: (registry: string) => RegistryClient,
  { reference: text, platform }: { readonly reference: string; readonly platform?: string | undefined },
  signal: AbortSignal,
): Promise<RemoteImage> {
  const reference = withDefaultTag(parseReference(text.trim()));
  const client = clientOf(reference.domain);
  const name = familiarName(reference);
  const first = await client.manifest(reference.path, wordOf(reference), signal);
  const manifest = await imageIn(first, { client, repository: reference.path, name, platform, signal });
  const config = await client.config(reference.path, manifest, signal);
  const { diffIds } = config;
  if (diffIds.length !== manifest.layers.length) throw new FailureError(noImage(name));
  const layers = manifest.layers.map((blob, at) => ({ diffId: diffIds[at] ?? '', blob }));
  const detail = describeImage({
    id: manifest.config.digest,
    references: [name],
    digests: [`${familiarRepository(reference)}@${first.digest}`],
    config: config.file,
    sizes: manifest.layers.map(({ size }) => size),
  });
  return { name, repository: reference.path, client, layers, detail };
}

const wordOf = ({ digest, tag }: Reference): string => digest ?? tag ?? 'latest';

type Choice = {
  readonly client: RegistryClient;
  readonly repository: string;
  readonly name: string;
  readonly platform: string | undefined;
  readonly signal: AbortSignal;
};

async function imageIn(manifest: Manifest, choice: Choice): Promise<ImageManifest> {
  if (manifest.kind === 'image') return manifest;
  const { client, repository, name, platform = ownPlatform(), signal } = choice;
  const made = manifest.manifests.filter(({ platform: own }) => own !== undefined && own.os !== 'unknown');
  const wanted =
    made.find((child) => platformOf(child) === platform) ?? (choice.platform ? undefined : made[0]);
  if (!wanted) throw new FailureError(notMadeFor(name, platform, made.map(platformOf)));
  const inner = await client.manifest(repository, wanted.digest, signal);
  if (inner.kind !== 'image') throw new FailureError(noImage(name));
  return inner;
}

/** `linux/arm64/v8` */
function platformOf({ platform }: Descriptor): string {
  if (!platform) return '';
  const { os, architecture, variant } = platform;
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');
}

/** Images are mostly made for Linux, whatever this machine runs. */
const ownPlatform = (): string => `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;

/**
 * Writes those layers of `image` whose DiffIDs are `wanted` to `file`, as an archive of an image of them alone.
 * @throws FailureError; nothing remains of the file then
 */
export async function fetchLayers(
  { client, repository, layers }: RemoteImage,
  wanted: ReadonlySet<string>,
  file: string,
  { report, signal }: Run,
): Promise<void> {
  const asked = layers.filter(({ diffId }) => wanted.has(diffId));
  const one = [...new Map(asked.map((layer) => [layer.diffId, layer])).values()];
  const total = one.reduce((sum, { blob }) => sum + blob.size, 0);
  const config = { rootfs: { type: 'layers', diff_ids: one.map(({ diffId }) => diffId) } };
  const manifest = [{ Config: 'config.json', RepoTags: null, Layers: one.map((_, at) => `${at}`) }];
  const parts: TarPart[] = [
    documentPart('manifest.json', JSON.stringify(manifest)),
    documentPart('config.json', JSON.stringify(config)),
    ...one.map(({ blob }, at) => ({
      name: `${at}`,
      size: blob.size,
      open: () => client.blob(repository, blob.digest, { signal }),
    })),
  ];
  let bytes = 0;
  let reported = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (performance.now() - reported >= REPORT_EVERY_MS) {
        reported = performance.now();
        report({ phase: 'fetching', bytes, total, entries: 0 });
      }
      done(null, chunk);
    },
  });
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(tarOf(parts), counting, createWriteStream(file, { mode: 0o600 }), { signal });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

const notMadeFor = (name: string, platform: string, made: readonly string[]) =>
  ({
    code: 'not-found',
    title: say('layerFailures.noPlatform', { name, platform }),
    detail:
      made.length === 0
        ? say('layerFailures.noPlatform.none')
        : say('layerFailures.noPlatform.others', { platforms: made.slice(0, 20).join(', ') }),
    remedy: say('layerFailures.noPlatform.remedy'),
  }) as const;

const noImage = (name: string) =>
  ({
    code: 'invalid-input',
    title: say('layerFailures.noImage', { name }),
    detail: say('layerFailures.noImage.detail'),
    remedy: say('layerFailures.noImage.remedy'),
  }) as const;
