/** Which layers make which image, by an archive's own documents: `docker save`'s manifest.json, or an OCI layout's index.json. */
import { z } from 'zod';
import { say } from '../../shared/words/index.js';
import { DamagedArchive } from './tar-header.js';

/** An index may name an index; more levels than this are a loop. */
const DEEPEST = 4;
const MOST_LAYERS = 1024;
const MOST_IMAGES = 1000;

const word = z.string().max(4096);
const stack = z.array(word).max(MOST_LAYERS);
const dockerManifest = z
  .array(
    z.object({
      Config: word,
      RepoTags: z
        .array(word)
        .nullish()
        .transform((tags) => tags ?? []),
      // Go writes no layers as null.
      Layers: stack.nullish().transform((layers) => layers ?? []),
    }),
  )
  .max(MOST_IMAGES);
const config = z.object({
  rootfs: z.object({ diff_ids: stack.nullish().transform((layers) => layers ?? []) }),
});
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const descriptor = z.object({ digest, annotations: z.record(z.string(), z.string()).nullish() });
const ociIndex = z.object({ manifests: z.array(descriptor).max(MOST_IMAGES) });
const ociManifest = z.object({ config: descriptor, layers: z.array(descriptor).max(MOST_LAYERS) });

export type ArchivedImage = {
  readonly references: readonly string[];
  /** The document that is its configuration. */
  readonly config: string;
  /** Base first: the file in the archive, and what its content is said to be. */
  readonly layers: readonly { readonly file: string; readonly diffId: string }[];
};

/** @throws DamagedArchive when the documents don't make an image */
export function imagesIn(documents: ReadonlyMap<string, unknown>): readonly ArchivedImage[] {
  if (documents.has('manifest.json'))
    return parse(dockerManifest, documents.get('manifest.json')).map(({ Config, RepoTags, Layers }) =>
      joined(RepoTags, Layers, { path: Config, document: documents.get(Config) }),
    );
  if (!documents.has('index.json')) throw new DamagedArchive(say('layerFailures.damaged.noManifest'));
  return walk(documents, documents.get('index.json'), [], 0);
}

function walk(
  documents: ReadonlyMap<string, unknown>,
  document: unknown,
  references: readonly string[],
  depth: number,
): ArchivedImage[] {
  const index = ociIndex.safeParse(document);
  if (!index.success || depth > DEEPEST) {
    const { config: settings, layers } = parse(ociManifest, document);
    const files = layers.map((layer) => blobFile(layer.digest));
    const path = blobFile(settings.digest);
    return [joined(references, files, { path, document: documents.get(path) })];
  }
  return index.data.manifests.flatMap(({ digest: inner, annotations }) => {
    const found = documents.get(blobFile(inner));
    // An archive of one platform still names the others.
    if (found === undefined || annotations?.['vnd.docker.reference.type'] !== undefined) return [];
    const name =
      annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'];
    return walk(documents, found, name === undefined ? references : [name], depth + 1);
  });
}

const blobFile = (value: string): string => `blobs/${value.replace(':', '/')}`;

type Configuration = { readonly path: string; readonly document: unknown };

function joined(
  references: readonly string[],
  files: readonly string[],
  { path, document }: Configuration,
): ArchivedImage {
  const diffIds = parse(config, document).rootfs.diff_ids;
  if (diffIds.length !== files.length) throw new DamagedArchive(say('layerFailures.damaged.otherLayers'));
  return { references, config: path, layers: files.map((file, at) => ({ file, diffId: diffIds[at] ?? '' })) };
}

function parse<T extends z.ZodType>(schema: T, document: unknown): z.output<T> {
  const found = schema.safeParse(document);
  if (!found.success) throw new DamagedArchive(say('layerFailures.damaged.manifest'));
  return found.data;
}
