/** Manifests and indexes, OCI's and docker's, read out of a registry's bytes (OCI image-spec manifest.md and image-index.md). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from './body.js';
import type { Descriptor, Manifest } from './types.js';

export const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** As registries limit them themselves (distribution: 4 MiB). */
export const MAX_MANIFEST = 4 * 1024 * 1024;

export const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;

const text = z.string().max(4096);
const digest = z.string().regex(DIGEST);
const size = z.int().min(0);
const annotations = z.record(text, z.string().max(64 * 1024));

const platform = z.object({
  os: text,
  architecture: text,
  variant: text.optional(),
  'os.version': text.optional(),
});

export const descriptor = z.object({
  mediaType: text.default(''),
  digest,
  size,
  platform: platform.optional(),
  annotations: annotations.optional(),
  artifactType: text.optional(),
});

const image = z.object({
  config: descriptor,
  layers: z.array(descriptor).max(10_000),
  annotations: annotations.optional(),
});
const index = z.object({ manifests: z.array(descriptor).max(10_000), annotations: annotations.optional() });

/** `sha256:…` of bytes, by the algorithm of `like` where that is a digest. */
export function digestOf(bytes: Buffer, like = ''): string {
  const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

/** Null where the bytes are no manifest that Strata knows; schema 1, long out of use, is among those. */
export function parseManifest(bytes: Buffer, declared: string, wanted: string): Manifest | null {
  const json = parseJson(bytes);
  const named = z.object({ mediaType: text.optional() }).safeParse(json).data?.mediaType;
  const mediaType = named ?? declared.split(';', 1)[0]?.trim() ?? '';
  const base = { mediaType, digest: digestOf(bytes, wanted), size: bytes.length, bytes };
  // Without a type of its own it is what it looks like: a thing that has both kinds' parts is neither.
  const asIndex = index.safeParse(json).data;
  const asImage = image.safeParse(json).data;
  if (asIndex !== undefined && asImage !== undefined) return null;
  if (asIndex !== undefined && !MANIFEST_TYPES.includes(mediaType)) {
    return {
      ...base,
      kind: 'index',
      manifests: asIndex.manifests.map(clean),
      annotations: asIndex.annotations ?? {},
    };
  }
  if (asImage !== undefined && !INDEX_TYPES.includes(mediaType)) {
    return {
      ...base,
      kind: 'image',
      config: clean(asImage.config),
      layers: asImage.layers.map(clean),
      annotations: asImage.annotations ?? {},
    };
  }
  return null;
}

/** Without the properties that are there but undefined. */
function clean(given: z.infer<typeof descriptor>): Descriptor {
  const { mediaType, digest, size, platform: runsOn, annotations: notes, artifactType } = given;
  return {
    mediaType,
    digest,
    size,
    ...(runsOn === undefined ? {} : { platform: cleanPlatform(runsOn) }),
    ...(notes === undefined ? {} : { annotations: notes }),
    ...(artifactType === undefined ? {} : { artifactType }),
  };
}

function cleanPlatform({ os, architecture, variant, 'os.version': version }: z.infer<typeof platform>) {
  return {
    os,
    architecture,
    ...(variant === undefined ? {} : { variant }),
    ...(version === undefined ? {} : { 'os.version': version }),
  };
}
