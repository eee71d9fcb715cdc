/** One measurement of the engine's disk, from its own sums and from the layers of every image. */
import type { z } from 'zod';
import type { DiskImage, DiskProgress, DiskUsage } from '../../shared/contract/disk.js';
import type { ImageDetail } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import { familiarName, tryReference } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { engineFailure, refuse, type EngineService } from '../engine/index.js';
import { ask, diskAnswer, imageAnswer, imageRows, type DiskAnswer } from './answers.js';
import { parentsOf, placeRecords, recordName } from './cache-layers.js';
import { chainOf, createLayerMap, type ChainLayer } from './layer-map.js';

export type Measuring = {
  readonly engine: EngineService;
  /** One image in full: `images.inspect`. */
  readonly inspect: (input: { readonly image: string }) => Promise<ImageDetail>;
};

export type MeasureRun = {
  readonly report: (step: DiskProgress) => void;
  readonly signal: AbortSignal;
};

/** A measurement, with what the next one needs not ask again: layers never change, nor when they were made. */
export type Measurement = { readonly usage: DiskUsage; readonly created: readonly number[] };

const titleOf = (): string => say('diskFailures.measure');
const AT_ONCE = 8;
const LONGEST_INSTRUCTION = 200;

/** @throws FailureError when the engine doesn't answer; `cancelled` */
export async function measure(
  measuring: Measuring,
  before: Measurement | null,
  run: MeasureRun,
): Promise<Measurement> {
  try {
    return await takeMeasurement(measuring, before, run);
  } catch (error) {
    if (!run.signal.aborted) throw error;
    throw new FailureError({ code: 'cancelled', title: titleOf(), detail: say('failures.cancelled') });
  }
}

async function takeMeasurement(
  { engine, inspect }: Measuring,
  before: Measurement | null,
  { report, signal }: MeasureRun,
): Promise<Measurement> {
  const docker = engine.docker();
  report({ current: 0, total: null, what: say('disk.measuring.sum') });
  // Engines answer this one at a time, and refuse whoever asks meanwhile.
  const remedy = say('diskFailures.measure.remedy');
  const disk = diskAnswer.parse(
    await ask(docker, { path: '/system/df', query: { verbose: true }, signal }).catch(
      refuse({ title: titleOf(), remedy }),
    ),
  );
  const rows = imageRows
    .parse(await docker.listImages({ abortSignal: signal }).catch(refuse({ title: titleOf() })))
    // Engines give no order to images of the same second.
    .sort((a, b) => b.Created - a.Created || (a.Id < b.Id ? -1 : 1));

  const known = new Map((before?.usage.images ?? []).map(({ id, top }) => [id, top]));
  // An image that was taken from its container by force can't be looked at any more; its layers stay with the container.
  const listed = new Set(rows.map(({ Id }) => Id));
  const left = new Map((before?.usage.containers ?? []).map(({ id, top }) => [id, top]));
  const taken = new Map(
    disk.containers.flatMap(({ Id, ImageID }) => {
      const top = left.get(Id) ?? -1;
      return top < 0 || listed.has(ImageID) ? [] : [[ImageID, top] as const];
    }),
  );
  const ids = [...rows.map(({ Id }) => Id), ...disk.containers.map(({ ImageID }) => ImageID)];
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const looked = new Map<string, Looked>();

  const look = async (id: string): Promise<void> => {
    const gone = taken.get(id);
    if (before && gone !== undefined) {
      looked.set(id, { chain: datedChain(before, gone), lastTagged: 0 });
      return;
    }
    const answer = imageAnswer.parse(await docker.getImage(id).inspect());
    const top = known.get(id);
    const chain =
      before && top !== undefined
        ? datedChain(before, top)
        : chainFrom(answer.RootFS.Layers, await inspect({ image: id }));
    looked.set(id, { chain, lastTagged: answer.Metadata.LastTagTime });
  };
  // They share what waits, so each image is taken once.
  const waiting = [...wanted];
  let done = 0;
  const lookOn = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      signal.throwIfAborted();
      // An image that was removed meanwhile takes no space any more.
      await look(id).catch(unlessGone);
      report({ current: ++done, total: wanted.length, what: say('disk.measuring.layers') });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lookOn));
  } finally {
    // The first that fails ends it for all.
    waiting.length = 0;
  }

  const map = createLayerMap();
  const created: number[] = [];
  const seen = new Map<string, Seen>();
  for (const id of wanted) {
    const image = looked.get(id);
    if (!image) continue;
    const top = map.add(
      image.chain.map(({ diffId, bytes, instruction }) => ({ diffId, bytes, instruction })),
    );
    // Those that are new stand at the end, the topmost last.
    const added = map.layers.length - created.length;
    if (added > 0) created.push(...image.chain.slice(-added).map((layer) => layer.created));
    seen.set(id, { top, lastTagged: image.lastTagged });
  }
  return { usage: usageOf(disk, rows, map.layers, created, seen), created };
}

type DatedLayer = ChainLayer & { readonly created: number };
type Looked = { readonly chain: readonly DatedLayer[]; readonly lastTagged: number };
type Seen = { readonly top: number; readonly lastTagged: number };

function unlessGone(error: unknown): void {
  const failure = engineFailure(error, { title: titleOf() });
  if (failure.code !== 'not-found') throw new FailureError(failure);
}

/** By the order of the image's own layers: a history that doesn't tell of one leaves it without a size. */
function chainFrom(diffIds: readonly string[], { steps }: ImageDetail): readonly DatedLayer[] {
  const told = new Map(steps.map((step) => [step.diffId, step]));
  return diffIds.map((diffId) => {
    const step = told.get(diffId);
    return {
      diffId,
      bytes: step?.size ?? 0,
      instruction: (step?.instruction ?? '').slice(0, LONGEST_INSTRUCTION),
      created: step?.created ?? 0,
    };
  });
}

function datedChain({ usage, created }: Measurement, top: number): readonly DatedLayer[] {
  const places: number[] = [];
  for (let at = top; at >= 0; at = usage.layers[at]?.below ?? -1) places.unshift(at);
  return chainOf(usage.layers, top).map(({ diffId, bytes, instruction }, depth) => ({
    diffId,
    bytes,
    instruction,
    created: created[places[depth] ?? -1] ?? 0,
  }));
}

function usageOf(
  disk: DiskAnswer,
  rows: z.output<typeof imageRows>,
  layers: DiskUsage['layers'],
  created: readonly number[],
  seen: ReadonlyMap<string, Seen>,
): DiskUsage {
  const containersOf = new Map<string, string[]>();
  const containers = disk.containers.map(({ Id, Names, ImageID, SizeRw, State }) => {
    const name = Names[0]?.replace(/^\//, '') ?? shortId(Id);
    containersOf.set(ImageID, [...(containersOf.get(ImageID) ?? []), name]);
    const running = State === 'running' || State === 'paused' || State === 'restarting';
    return { id: Id, name, bytes: SizeRw, running, top: seen.get(ImageID)?.top ?? -1 };
  });
  const places = placeRecords(
    disk.cache,
    layers.map(({ below, bytes }, at) => ({ below, bytes, created: created[at] ?? 0 })),
  );
  return {
    measuredAt: Date.now(),
    layers,
    images: rows.flatMap((row): readonly DiskImage[] => {
      const found = seen.get(row.Id);
      if (!found) return [];
      return [
        {
          id: row.Id,
          references: namesOf(row.RepoTags),
          hasDigest: row.RepoDigests.some((name) => !name.startsWith('<none>')),
          bytes: row.Size,
          created: row.Created * 1000,
          touched: Math.max(row.Created * 1000, found.lastTagged),
          top: found.top,
          containers: containersOf.get(row.Id) ?? [],
        },
      ];
    }),
    containers,
    volumes: disk.volumes.map(({ Name, UsageData }) => ({
      name: Name,
      bytes: UsageData === null || UsageData.Size < 0 ? null : UsageData.Size,
      containers: Math.max(0, UsageData?.RefCount ?? 0),
    })),
    cache: disk.cache
      .toSorted((a, b) => (a.ID < b.ID ? -1 : 1))
      .map((record) => ({
        id: record.ID,
        parents: parentsOf(record),
        name: recordName(record),
        bytes: record.Size,
        // A record that was never used again counts from its making.
        lastUsed: Math.max(record.LastUsedAt, record.CreatedAt),
        inUse: record.InUse,
        shared: record.Shared,
        top: places.get(record.ID) ?? null,
      })),
  };
}

/** Familiar, sorted, without the engine's placeholder for “no name”. */
export function namesOf(tags: readonly string[]): readonly string[] {
  return tags
    .filter((name) => !name.includes('<none>'))
    .map((name) => {
      const reference = tryReference(name);
      return reference.ok ? familiarName(reference.value) : name;
    })
    .sort();
}
