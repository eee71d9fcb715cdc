/** Layers from the inside: read once, kept by DiffID, and shown as trees of files. */
import { join } from 'node:path';
import type { Handler } from '../../shared/contract/define.js';
import type { layers } from '../../shared/contract/layers.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { engineFailure, type EngineService } from '../engine/index.js';
import { UnreadableLayer } from './blob.js';
import { efficiencyOf } from './efficiency.js';
import { createFilePages, type PageQuestion } from './file-pages.js';
import { readLayer } from './layer-file.js';
import { mergeLayers, type MergedTree } from './merged-tree.js';
import { readFromEngine, readFromFile } from './sources.js';
import { createLayerStore } from './store.js';
import { DamagedArchive } from './tar-header.js';

type Calls = typeof layers;
type Answers = { readonly [K in keyof Calls]: Handler<Calls[K]> };

export type LayersParts = {
  readonly engine: EngineService;
  /** Strata's own folder. */
  readonly home: string;
};

type Pages = (question: PageQuestion) => ReturnType<ReturnType<typeof createFilePages>>;

/** The contract's answers about the files in layers. */
export function createLayerFiles({ engine, home }: LayersParts): Answers {
  const store = createLayerStore(join(home, 'layers'));
  /** What was looked at last: a screen asks for windows of one tree, and a tree is large. */
  const trees = createLast(async (stack: readonly string[]): Promise<MergedTree> => {
    const indexes: Buffer[] = [];
    for (const diffId of stack) {
      const index = await store.read(diffId);
      if (!index) throw unread(diffId);
      indexes.push(index);
    }
    return mergeLayers(indexes.map((index) => () => readLayer(index)));
  });
  const pages = createLast(
    async ({ stack, only }: { readonly stack: readonly string[]; readonly only: boolean }): Promise<Pages> =>
      createFilePages(await trees(stack), only),
  );

  return {
    index: {
      title: ({ source }) => `Looking into ${source.kind === 'image' ? source.image : source.file}`,
      async run({ source }, { report, signal }) {
        const reading = { store, report, signal };
        try {
          const images =
            source.kind === 'image'
              ? await readFromEngine(engine, source.image, reading)
              : await readFromFile(source.file, reading);
          await store.evict(new Set(images.flatMap((image) => image.layers)));
          return images;
        } catch (error) {
          signal.throwIfAborted();
          throw refusal(error, source.kind === 'image' ? source.image : source.file);
        }
      },
    },
    async tree({ layers: stack, only, ...question }) {
      const page = (await pages({ stack, only }))(question);
      if (page) return page;
      throw new FailureError({
        code: 'not-found',
        title: `There is no folder ${question.folder} in this image`,
        detail: 'What stands there is no folder, or nothing stands there.',
      });
    },
    efficiency: async ({ layers: stack }) => efficiencyOf(await trees(stack)),
  };
}

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
    title: `The files of layer ${diffId.slice(7, 19)} are not known`,
    detail: 'This layer has not been read, or what was kept of it is gone.',
    remedy: 'Read the image’s layers again.',
  });

function refusal(error: unknown, what: string): FailureError {
  const title = `The layers of ${what} could not be read`;
  if (error instanceof DamagedArchive)
    return new FailureError({
      code: 'invalid-input',
      title,
      detail: `This is no whole image archive: ${error.message}.`,
      remedy: 'Save the image again.',
    });
  if (error instanceof UnreadableLayer)
    return new FailureError({
      code: 'invalid-input',
      title,
      detail: `Strata does not read this archive: ${error.message}.`,
      remedy: 'Load it into the engine, then look into the image there.',
    });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC')
    return new FailureError({
      code: 'disk-full',
      title,
      detail: 'The disk that Strata keeps its own files on is full.',
      remedy: 'Free some space on it, then try again.',
      cause: messageOf(error),
    });
  return new FailureError(engineFailure(error, { title }));
}
