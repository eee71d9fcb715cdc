/** Answers every question about the files in layers. Runs in the layers process; in tests, wherever they like. */
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type {
  FileContent,
  IndexedImage,
  layers as calls,
  LayersProgress,
  TakenFiles,
} from '../../shared/contract/layers.js';
import type { FileSecret } from '../../shared/contract/push.js';
import type { Request } from '../../shared/contract/define.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { connectTo, type ResolvedEndpoint } from '../engine/index.js';
import { createComparisonPages } from './comparison-pages.js';
import { compareTrees } from './comparison.js';
import { contentOf, memorySink, MOST_PICTURE } from './content.js';
import { efficiencyOf } from './efficiency.js';
import { createFilePages, type FilePages } from './file-pages.js';
import { readLayer } from './layer-file.js';
import { gather, type Sink, type Wanted } from './gather.js';
import { findNode, mergeLayers, type MergedTree, type TreeNode } from './merged-tree.js';
import { displayName } from './names.js';
import { refusal } from './refusal.js';
import { bytesOf, readFromEngine, readFromFile, readFromFolder } from './sources.js';
import { scanLayers } from './secrets.js';
import { createLayerStore, type LayerStore } from './store.js';
import { createSums, type Sums } from './sums.js';
import { takeFiles } from './take.js';
import { planTaking } from './take-plan.js';
import { weighLayers, type Weights } from './weigh.js';

type Input<K extends keyof typeof calls> = z.output<(typeof calls)[K]['input']>;
type Output<C> = C extends Request<z.ZodType, infer O> ? O : never;

/** Where what is known of layers is kept. */
type Kept = { readonly folder: string };
type Run = { readonly report: (step: LayersProgress) => void; readonly signal: AbortSignal };

/** Where an image's bytes come from: the contract's source, with the way to the engine. */
export type BytesFrom =
  | { readonly kind: 'image'; readonly image: string; readonly endpoint: ResolvedEndpoint }
  | { readonly kind: 'archive'; readonly file: string }
  | { readonly kind: 'layout'; readonly folder: string };

type FilesOf = TreeOf & { readonly source: BytesFrom };

export type Desk = {
  readonly index: (
    input: Kept & { readonly source: BytesFrom },
    run: Run,
  ) => Promise<readonly IndexedImage[]>;
  readonly known: (input: Kept & Input<'known'>) => Promise<Output<(typeof calls)['known']>>;
  readonly tree: (input: Kept & Input<'tree'>) => Promise<Output<(typeof calls)['tree']>>;
  readonly efficiency: (input: Kept & Input<'efficiency'>) => Promise<Output<(typeof calls)['efficiency']>>;
  readonly compare: (input: Kept & Input<'compare'>) => Promise<Output<(typeof calls)['compare']>>;
  /** The layers that hold the bytes of what stands at `path`. */
  readonly holders: (
    input: TreeOf & { readonly path: string; readonly only: boolean },
  ) => Promise<readonly string[]>;
  /** What the image's layers take once they are compressed. */
  readonly weigh: (input: { readonly source: BytesFrom }, run: Run) => Promise<Weights>;
  /** What in these layers of the image looks like a secret. */
  readonly secrets: (
    input: { readonly source: BytesFrom; readonly layers: readonly string[] },
    run: Run,
  ) => Promise<readonly FileSecret[]>;
  readonly content: (input: FilesOf & { readonly path: string }, run: Run) => Promise<FileContent>;
  readonly take: (
    input: FilesOf & {
      readonly path: string;
      readonly only: boolean;
      readonly target: string;
      readonly draft: string;
    },
    run: Run,
  ) => Promise<TakenFiles>;
};

/**
 * @param onDamaged told what a kept file that could not be read is called now, in the folder that it lies in
 * @param newSums where the sums of a layer that is read are made
 */
export function createDesk(onDamaged: (name: string) => void, newSums: () => Sums = createSums): Desk {
  const stores = new Map<string, LayerStore>();
  const storeIn = (folder: string): LayerStore => {
    const store = stores.get(folder) ?? createLayerStore(folder, onDamaged);
    stores.set(folder, store);
    return store;
  };
  /** What was looked at last: a screen asks for windows of one tree, and a tree is large. */
  const trees = createLast(({ folder, layers }: TreeOf) => treeOf(storeIn(folder), layers));
  const pages = createLast(async ({ only, ...of }: TreeOf & { readonly only: boolean }): Promise<FilePages> =>
    createFilePages(await trees(of), only),
  );
  /** Of two trees only what differs is kept. */
  const comparisons = createLast(async ({ folder, before, after }: Kept & Sides) => {
    const store = storeIn(folder);
    const former = await treeOf(store, before);
    return createComparisonPages(compareTrees(former, await treeOf(store, after)));
  });

  return {
    async index({ folder, source }, { report, signal }) {
      const store = storeIn(folder);
      try {
        const reading = { store, newSums, report, signal };
        const images = await readFrom(source, reading);
        await store.evict(new Set(images.flatMap((image) => image.layers)));
        return images;
      } catch (error) {
        signal.throwIfAborted();
        throw refusal(error, nameOf(source));
      }
    },
    async known({ folder, layers }) {
      const store = storeIn(folder);
      const known = await Promise.all(layers.map((diffId) => store.has(diffId)));
      return { missing: known.filter((has) => !has).length };
    },
    async tree({ folder: kept, layers, only, root, ...question }) {
      const page = (await pages({ folder: kept, layers, only }))({ root, ...question });
      if (page) return page;
      throw new FailureError({
        code: 'not-found',
        title: say('layerFailures.noFolder', { path: root }),
        detail: say('layerFailures.noFolder.detail'),
      });
    },
    efficiency: async ({ folder, layers }) => efficiencyOf(await trees({ folder, layers })),
    compare: async ({ folder, before, after, ...question }) =>
      (await comparisons({ folder, before, after }))(question),
    async holders({ folder, layers, path, only }) {
      const { entries } = planTaking(nodeAt(await trees({ folder, layers }), path), only);
      const contents = entries.flatMap((entry) => (entry.kind === 'file' ? [entry.content] : []));
      return [...new Set(contents.map(({ layer }) => layers[layer] ?? ''))];
    },
    weigh: ({ source }, { signal }) =>
      withBytes(source, signal, async (stream, total) => {
        const [weights] = await weighLayers(stream, total ?? 0, signal);
        return weights ?? { config: 0, layers: {} };
      }),
    secrets: ({ source, layers }, { signal }) =>
      withBytes(source, signal, (stream) => scanLayers(stream, new Set(layers), signal)),
    async content({ folder, layers, path, source }, run) {
      const content = nodeAt(await trees({ folder, layers }), path).content;
      if (!content) throw noContent(path);
      if (content.size === 0) return contentOf(Buffer.alloc(0), 0);
      const sink = memorySink(MOST_PICTURE);
      await gatherFrom(source, { run, what: path })(
        [{ diffId: layers[content.layer] ?? '', path: content.path, size: content.size }],
        () => sink,
      );
      return contentOf(sink.bytes(), content.size);
    },
    async take({ folder, layers, path, only, target, draft, source }, run) {
      const node = nodeAt(await trees({ folder, layers }), path);
      const gathered = gatherFrom(source, { run, what: path });
      try {
        return await takeFiles(planTaking(node, only), { target, draft, layers, gather: gathered });
      } catch (error) {
        run.signal.throwIfAborted();
        throw refusal(error, path);
      }
    },
  };
}

function readFrom(
  source: BytesFrom,
  reading: Parameters<typeof readFromFile>[1],
): Promise<readonly IndexedImage[]> {
  switch (source.kind) {
    case 'image':
      return readFromEngine(connectTo(source.endpoint), source.image, reading);
    case 'archive':
      return readFromFile(source.file, reading);
    case 'layout':
      return readFromFolder(source.folder, reading);
  }
}

function nameOf(source: BytesFrom): string {
  switch (source.kind) {
    case 'image':
      return source.image;
    case 'archive':
      return source.file;
    case 'layout':
      return source.folder;
  }
}

type Sides = { readonly before: readonly string[]; readonly after: readonly string[] };
/** All bytes of a source. What goes wrong with them is told by its name. */
async function withBytes<T>(
  source: BytesFrom,
  signal: AbortSignal,
  use: (stream: Readable, total: number | null) => Promise<T>,
): Promise<T> {
  try {
    const from = source.kind === 'image' ? { ...source, docker: connectTo(source.endpoint) } : source;
    const { stream, total } = await bytesOf(from, signal);
    return await use(stream, total);
  } catch (error) {
    signal.throwIfAborted();
    throw refusal(error, nameOf(source));
  }
}

type TreeOf = Kept & { readonly layers: readonly string[] };

async function treeOf(store: LayerStore, layers: readonly string[]): Promise<MergedTree> {
  const indexes: Buffer[] = [];
  for (const diffId of layers) {
    const index = await store.read(diffId);
    if (!index) throw unread(diffId);
    indexes.push(index);
  }
  return mergeLayers(indexes.map((index) => () => readLayer(index)));
}

function nodeAt({ root }: MergedTree, path: string): TreeNode {
  const node = findNode(root, path);
  if (node) return node;
  throw new FailureError({
    code: 'not-found',
    title: say('layerFailures.nothing', { path: displayName(path) }),
    detail: say('layerFailures.nothing.detail'),
  });
}

const noContent = (path: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('layerFailures.noContent', { path: displayName(path) }),
    detail: say('layerFailures.noContent.detail'),
  });

/** Reads a source's bytes for single files. */
const gatherFrom =
  (source: BytesFrom, { run, what }: { readonly run: Run; readonly what: string }) =>
  async (wanted: readonly Wanted[], sinkOf: (at: number) => Sink): Promise<void> => {
    if (wanted.length === 0) return;
    try {
      const from = source.kind === 'image' ? { ...source, docker: connectTo(source.endpoint) } : source;
      const { stream, total } = await bytesOf(from, run.signal);
      await gather(stream, wanted, sinkOf, { ...run, total });
    } catch (error) {
      run.signal.throwIfAborted();
      throw refusal(error, displayName(what));
    }
  };

/** Keeps the answer to the last question. One that failed is asked again. */
function createLast<Q, A>(answer: (question: Q) => Promise<A>): (question: Q) => Promise<A> {
  let last: { readonly key: string; readonly answer: Promise<A> } | null = null;
  return (question) => {
    const key = JSON.stringify(question);
    if (last?.key === key) return last.answer;
    const now = { key, answer: answer(question) };
    last = now;
    now.answer.catch(() => {
      if (last === now) last = null;
    });
    return now.answer;
  };
}

const unread = (diffId: string): FailureError =>
  new FailureError({
    code: 'not-found',
    title: say('layerFailures.unread', { id: diffId.slice(7, 19) }),
    detail: say('layerFailures.unread.detail'),
    remedy: say('layerFailures.unread.remedy'),
  });
