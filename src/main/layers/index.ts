/** Layers from the inside: read once, kept by DiffID, and shown as trees of files. */
import { join } from 'node:path';
import type { Handler } from '../../shared/contract/define.js';
import type { layers } from '../../shared/contract/layers.js';
import type { EngineService } from '../engine/index.js';
import type { ProcessHost } from '../processes/index.js';
import type { BytesFrom } from './desk.js';
import { createLayerProcess } from './process-client.js';

type Calls = typeof layers;
type Source = Parameters<Handler<Calls['index']>['run']>[0]['source'];

export type LayersParts = {
  readonly engine: EngineService;
  /** Strata's own folder. */
  readonly home: string;
  /** Of the layers process. */
  readonly host: ProcessHost;
};

export type LayerFiles = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  readonly stop: () => void;
};

/** The contract's answers about the files in layers. */
export function createLayerFiles({ engine, home, host }: LayersParts): LayerFiles {
  const { ask, stop } = createLayerProcess(host);
  const folder = join(home, 'layers');
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
    },
    stop,
  };
}
