/** Reads an image archive once, from front to end: each layer in it becomes a draft in the store, and its images are told. */
import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { IndexedImage, LayersProgress } from '../../shared/contract/layers.js';
import { say } from '../../shared/words/index.js';
import { describeImage } from '../images/index.js';
import { createBlobReader } from './blob.js';
import { eachChunk } from './chunks.js';
import { createLayerReader } from './layer-reader.js';
import { imagesIn } from './manifest.js';
import { cleanPath, decodeName } from './names.js';
import type { LayerStore } from './store.js';
import type { Sums } from './sums.js';
import { DamagedArchive } from './tar-header.js';
import { createOuterReader } from './outer.js';
import { createTarReader, type Body, type TarEntry } from './tar.js';

/** All documents of an archive together. */
const MOST_JSON = 64 * 1024 * 1024;
const REPORT_EVERY_MS = 100;

export type ArchiveParts = {
  readonly store: LayerStore;
  readonly newSums: () => Sums;
  readonly total: number | null;
  readonly report: (progress: LayersProgress) => void;
  readonly signal: AbortSignal;
};

type Draft = { readonly file: string; readonly diffId: string; readonly bytes: number };

/** @throws DamagedArchive, and whatever the source, the store or the signal fail with. Leaves no draft behind. */
export async function readArchive(
  source: Readable,
  { store, newSums, total, report, signal }: ArchiveParts,
): Promise<readonly IndexedImage[]> {
  const documents = new Map<string, unknown>();
  /** Their digests: that of its configuration is an image's id. */
  const ids = new Map<string, string>();
  const links = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  let work: Promise<void>[] = [];
  let entries = 0;
  let bytes = 0;
  let json = 0;

  const later = (promise: Promise<void>): void => void work.push(promise);
  const onEntry = (entry: TarEntry): Body | null => {
    const path = cleanPath(decodeName(entry.name));
    if (path === null) return null;
    // `docker save` writes a layer that several images have once, and links to it.
    if (entry.type === '2' || entry.type === '1') {
      const folder = entry.type === '2' ? path.slice(0, path.lastIndexOf('/') + 1) : '';
      const target = cleanPath(folder + decodeName(entry.link));
      if (target !== null) links.set(path, target);
    }
    if (entry.type !== '0') return null;
    return createBlobReader(entry.size, {
      later,
      json(text) {
        json += text.length;
        if (json > MOST_JSON) throw new DamagedArchive(say('layerFailures.damaged.documents'));
        documents.set(path, parsed(text));
        ids.set(path, `sha256:${hash('sha256', text)}`);
      },
      layer: () =>
        createLayerReader(
          newSums(),
          () => entries++,
          ({ index, diffId, bytes: size }) =>
            work.push(
              store.draft(index).then((file) => {
                const former = drafts.get(path);
                drafts.set(path, { file, diffId, bytes: size });
                return former && store.drop(former.file);
              }),
            ),
        ),
    });
  };
  /** What a chunk has set off, and what that sets off, before the next chunk comes. */
  const settled = async (): Promise<void> => {
    while (work.length > 0) {
      const now = work;
      work = [];
      await Promise.all(now);
    }
  };

  try {
    const outer = createOuterReader(createTarReader(onEntry), later);
    let reported = 0;
    const take = (chunk: Buffer): Promise<void> | null => {
      outer.data(chunk);
      bytes += chunk.length;
      if (performance.now() - reported >= REPORT_EVERY_MS) {
        reported = performance.now();
        report({ phase: 'reading', bytes, total, entries });
      }
      return work.length > 0 ? settled() : null;
    };
    await eachChunk(source, take, signal);
    outer.end();
    await settled();
    const images = await keepAll(imagesIn(documents), { drafts, documents, ids, links, store });
    report({ phase: 'done', bytes, total: bytes, entries });
    return images;
  } finally {
    await Promise.allSettled(work);
    for (const { file } of drafts.values()) await store.drop(file);
  }
}

type Found = {
  readonly documents: ReadonlyMap<string, unknown>;
  readonly ids: ReadonlyMap<string, string>;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly links: ReadonlyMap<string, string>;
  readonly store: LayerStore;
};

/** Each layer goes by what its content is, never by what an archive says that it is. */
async function keepAll(
  images: ReturnType<typeof imagesIn>,
  { drafts, documents, ids, links, store }: Found,
): Promise<readonly IndexedImage[]> {
  const draftOf = (file: string): Draft | undefined => {
    const path = cleanPath(file) ?? '';
    return drafts.get(path) ?? drafts.get(links.get(path) ?? '');
  };
  const kept = new Set<string>();
  for (const { layers } of images)
    for (const { file, diffId } of layers) {
      const draft = draftOf(file);
      if (draft?.diffId !== diffId) throw new DamagedArchive(say('layerFailures.damaged.missing', { file }));
      if (kept.has(diffId)) continue;
      kept.add(diffId);
      await store.keep(draft.file, diffId);
    }
  return images.map(({ references, config, layers }) => ({
    references,
    layers: layers.map(({ diffId }) => diffId),
    detail: describeImage({
      id: ids.get(config) ?? '',
      references,
      config: documents.get(config),
      sizes: layers.map(({ file }) => draftOf(file)?.bytes ?? 0),
    }),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
