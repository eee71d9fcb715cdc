/** Layers from the inside: read once, kept by DiffID, and shown as trees of files. */
import { join } from 'node:path';
import type { Handler } from '../../shared/contract/define.js';
import type { layers, LayersProgress } from '../../shared/contract/layers.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import type { EngineService } from '../engine/index.js';
import type { ProcessHost } from '../processes/index.js';
import type { BytesFrom } from './desk.js';
import { createLayerProcess } from './process-client.js';

export { readHeader, readPax } from './tar-header.js';

type Calls = typeof layers;
type Source = Parameters<Handler<Calls['index']>['run']>[0]['source'];

export type LayersParts = {
  readonly engine: EngineService;
  /** Strata's own folder. */
  readonly home: string;
  /** Of the layers process. */
  readonly host: ProcessHost;
  /** Asks the user for a place where nothing is, or for a file to be replaced. */
  readonly chooseTarget: (what: {
    readonly name: string;
    readonly isFolder: boolean;
  }) => Promise<string | null>;
};

export type LayerFiles = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  readonly stop: () => void;
};

/** The contract's answers about the files in layers. */
export function createLayerFiles({ engine, home, host, chooseTarget }: LayersParts): LayerFiles {
  const { ask, stop } = createLayerProcess(host);
  const folder = join(home, 'layers');
  const granted = new Set<string>();
  const bytesFrom = (source: Source): BytesFrom =>
    source.kind === 'image' ? { ...source, endpoint: engine.endpoint() } : source;
  return {
    calls: {
      index: {
        title: ({ source }) => `Looking into ${source.kind === 'image' ? source.image : source.file}`,
        run: ({ source }, run) => ask('index', { folder, source: bytesFrom(source) }, run),
      },
      known: (input) => ask('known', { folder, ...input }),
      tree: (input) => ask('tree', { folder, ...input }),
      efficiency: (input) => ask('efficiency', { folder, ...input }),
      compare: (input) => ask('compare', { folder, ...input }),
      content(input, emit) {
        const abort = new AbortController();
        const report = (progress: LayersProgress): void => emit({ type: 'progress', progress });
        ask(
          'content',
          { ...input, folder, source: bytesFrom(input.source) },
          { report, signal: abort.signal },
        )
          .then((content) => emit({ type: 'content', content }))
          .catch((error: unknown) => {
            if (abort.signal.aborted) return;
            if (error instanceof FailureError) emit({ type: 'failed', failure: error.failure });
            else emit({ type: 'failed', failure: unexpected(error) });
          });
        return Promise.resolve(() => abort.abort());
      },
      async chooseTarget(input) {
        const target = await chooseTarget(input);
        if (target !== null) granted.add(target);
        return target;
      },
      take: {
        title: ({ path, target }) => `Saving ${path === '' ? 'all files' : path} as ${target}`,
        async run(input, run) {
          // Once: what the user chose is no leave to write there again.
          if (!granted.delete(input.target)) throw new Error('the user did not choose this place');
          return ask('take', { ...input, folder, source: bytesFrom(input.source) }, run);
        },
      },
    },
    stop,
  };
}

const unexpected = (error: unknown): Failure => ({
  code: 'unexpected',
  title: 'The file could not be read',
  detail: 'Something went wrong that should not have.',
  cause: messageOf(error),
});
