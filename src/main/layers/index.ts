/** Layers from the inside: read once, kept by DiffID, and shown as trees of files. */
import { join } from 'node:path';
import type { Handler } from '../../shared/contract/define.js';
import type { IndexedImage, layers, LayersProgress } from '../../shared/contract/layers.js';
import type { push } from '../../shared/contract/push.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import type { Drafts, OnDamaged } from '../files/index.js';
import type { ProcessHost } from '../processes/index.js';
import type { BytesFrom } from './desk.js';
import type { RegistryClients } from '../registry/index.js';
import { createLayerProcess, type LayerProcess } from './process-client.js';
import { createRemoteArchives, type RemoteArchives } from './remote-archives.js';
import { findRemoteImage } from './remote-image.js';

import type { Weights } from './weigh.js';

export type { Weights };
export { readHeader, readPax } from './tar-header.js';

type Calls = typeof layers;
type Source = Parameters<Handler<Calls['index']>['run']>[0]['source'];
type LocalSource = Exclude<Source, { kind: 'registry' }>;
type Run = { readonly report: (progress: LayersProgress) => void; readonly signal: AbortSignal };

export type LayerReading = {
  readonly process: LayerProcess;
  /** Where what is known of layers is kept. */
  readonly folder: string;
  readonly remote: RemoteArchives;
  readonly stop: () => void;
};

/** What is known of layers, and the process that reads them: one for all engines. `home` is Strata's own folder. */
export function createLayerReading(home: string, host: ProcessHost, onDamaged: OnDamaged): LayerReading {
  const folder = join(home, 'layers');
  const process = createLayerProcess(host, (name) =>
    onDamaged({ what: 'layers', aside: join(folder, name), error: new Error('it is not what was written') }),
  );
  const remote = createRemoteArchives(join(home, 'fetched'));
  return {
    process,
    folder,
    remote,
    stop() {
      process.stop();
      remote.stop();
    },
  };
}

export type LayersParts = {
  readonly engine: Pick<EngineService, 'endpoint'>;
  readonly reading: LayerReading;
  readonly drafts: Drafts;
  readonly registryClient: RegistryClients['of'];
  /** Asks the user for a place where nothing is, or for a file to be replaced. */
  readonly chooseTarget: (what: {
    readonly name: string;
    readonly isFolder: boolean;
  }) => Promise<string | null>;
};

export type LayerFiles = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  /** What the layers of an image of the engine take on the wire, compressed. Takes as long as the engine needs to save it. */
  readonly weigh: (image: string, signal: AbortSignal) => Promise<Weights>;
  /** The contract's `push.secrets`. */
  readonly secrets: Handler<(typeof push)['secrets']>;
};

/** The contract's answers about the files in layers. */
export function createLayerFiles({
  engine,
  reading,
  drafts,
  registryClient,
  chooseTarget,
}: LayersParts): LayerFiles {
  const { folder, remote } = reading;
  const { ask } = reading.process;
  const granted = new Set<string>();

  const local = (source: LocalSource): BytesFrom =>
    source.kind === 'image' ? { ...source, endpoint: engine.endpoint() } : source;

  /** `use` gets what holds the bytes of the entry at `path`. */
  const withBytes = async <T>(
    { source, ...of }: { source: Source; layers: string[]; path: string; only: boolean },
    run: Run,
    use: (from: BytesFrom) => Promise<T>,
  ): Promise<T> => {
    if (source.kind !== 'registry') return use(local(source));
    const wanted = await ask('holders', { folder, ...of }, { signal: run.signal });
    const image = await findRemoteImage(registryClient, source, run.signal);
    return remote.withLayers(image, wanted, run, (file) => use({ kind: 'archive', file }));
  };

  /** Only layers that nobody has read yet are fetched. */
  const indexRemote = async (
    source: Extract<Source, { kind: 'registry' }>,
    run: Run,
  ): Promise<readonly IndexedImage[]> => {
    const image = await findRemoteImage(registryClient, source, run.signal);
    const layers = image.layers.map(({ diffId }) => diffId);
    const known = await Promise.all(layers.map((diffId) => ask('known', { folder, layers: [diffId] })));
    const unread = layers.filter((_, at) => known[at]?.missing !== 0);
    if (unread.length > 0) {
      await remote.withLayers(image, unread, run, (file) =>
        ask('index', { folder, source: { kind: 'archive', file } }, run),
      );
    }
    return [{ references: [image.name], layers, detail: image.detail }];
  };
  return {
    calls: {
      index: {
        title: ({ source }) => say('jobTitles.index', { name: nameOf(source) }),
        run: ({ source }, run) =>
          source.kind === 'registry'
            ? indexRemote(source, run)
            : ask('index', { folder, source: local(source) }, run),
      },
      known: (input) => ask('known', { folder, ...input }),
      tree: (input) => ask('tree', { folder, ...input }),
      efficiency: (input) => ask('efficiency', { folder, ...input }),
      compare: (input) => ask('compare', { folder, ...input }),
      content(input, emit) {
        const abort = new AbortController();
        const report = (progress: LayersProgress): void => emit({ type: 'progress', progress });
        const run = { report, signal: abort.signal };
        withBytes({ ...input, only: false }, run, (source) =>
          ask('content', { ...input, folder, source }, run),
        )
          .then((content) => emit({ type: 'content', content }))
          .catch((error: unknown) => {
            if (abort.signal.aborted) return;
            emit({ type: 'failed', failure: asFailure(error) });
          });
        return Promise.resolve(() => abort.abort());
      },
      async chooseTarget(input) {
        const target = await chooseTarget(input);
        if (target !== null) granted.add(target);
        return target;
      },
      take: {
        title: ({ path, target }) =>
          path === '' ? say('jobTitles.takeAll', { target }) : say('jobTitles.take', { path, target }),
        async run(input, run) {
          // Once: what the user chose is no leave to write there again.
          if (!granted.delete(input.target)) throw new Error('the user did not choose this place');
          return drafts.beside(input.target, (draft) =>
            withBytes(input, run, (source) => ask('take', { ...input, folder, source, draft }, run)),
          );
        },
      },
    },
    secrets({ image, layers }, emit) {
      const abort = new AbortController();
      ask('secrets', { source: local({ kind: 'image', image }), layers }, { signal: abort.signal })
        .then((secrets) => emit({ type: 'found', secrets }))
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          emit({ type: 'failed', failure: asFailure(error) });
        });
      return Promise.resolve(() => abort.abort());
    },
    weigh: (image, signal) => ask('weigh', { source: local({ kind: 'image', image }) }, { signal }),
  };
}

function nameOf(source: Source): string {
  switch (source.kind) {
    case 'image':
      return source.image;
    case 'archive':
      return source.file;
    case 'layout':
      return source.folder;
    case 'registry':
      return source.reference;
  }
}

const asFailure = (error: unknown): Failure =>
  error instanceof FailureError
    ? error.failure
    : {
        code: 'unexpected',
        title: say('layerFailures.read'),
        detail: say('failures.shouldNotHave'),
        cause: messageOf(error),
      };
