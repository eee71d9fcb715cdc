/** Takes single files out of an image's layers: reads the archive from front to end and keeps what was asked for. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { LayersProgress } from '../../shared/contract/layers.js';
import { say } from '../../shared/words/index.js';
import { createBlobReader } from './blob.js';
import { eachChunk } from './chunks.js';
import { cleanPath, decodeName } from './names.js';
import { DamagedArchive } from './tar-header.js';
import { createOuterReader } from './outer.js';
import { createTarReader, type Body } from './tar.js';

const REPORT_EVERY_MS = 100;

/** A file by the layer that holds it and its path there. */
export type Wanted = { readonly diffId: string; readonly path: string; readonly size: number };

/**
 * Where the bytes of one wanted file go. Which layer they belong to is known only at its end, so they come first and are
 * kept or dropped then; `begin` starts anew, when the same path comes again.
 */
export type Sink = {
  readonly begin: () => void;
  readonly data: (bytes: Buffer) => void;
  readonly keep: () => void;
  readonly drop: () => void;
};

export type GatherParts = {
  readonly total: number | null;
  readonly report: (progress: LayersProgress) => void;
  readonly signal: AbortSignal;
};

/**
 * `sinkOf(at)` is where `wanted[at]` goes. Ends as soon as all is there.
 * @throws DamagedArchive when something isn't, and whatever the source, a sink or the signal fail with
 */
export async function gather(
  source: Readable,
  wanted: readonly Wanted[],
  sinkOf: (at: number) => Sink,
  { total, report, signal }: GatherParts,
): Promise<void> {
  const byPath = new Map<string, number[]>();
  wanted.forEach(({ path }, at) => byPath.set(path, [...(byPath.get(path) ?? []), at]));
  const left = new Set(wanted.keys());
  const enough = new AbortController();
  let work: Promise<void>[] = [];
  let bytes = 0;
  let reported = 0;

  const layer = (): Body => {
    const sum = createHash('sha256');
    const taken = new Set<number>();
    const tar = createTarReader((entry) => {
      const path = entry.type === '0' ? cleanPath(decodeName(entry.name)) : null;
      const here = (path === null ? [] : (byPath.get(path) ?? [])).filter(
        (at) => left.has(at) && wanted[at]?.size === entry.size && entry.stored === entry.size,
      );
      if (here.length === 0) return null;
      const sinks = here.map((at) => {
        taken.add(at);
        const sink = sinkOf(at);
        sink.begin();
        return sink;
      });
      return { data: (some) => sinks.forEach((sink) => sink.data(some)), end: () => undefined };
    });
    return {
      data(some) {
        sum.update(some);
        tar.push(some);
      },
      end() {
        tar.end();
        const diffId = `sha256:${sum.digest('hex')}`;
        for (const at of taken) {
          const isIt = wanted[at]?.diffId === diffId;
          if (isIt) sinkOf(at).keep();
          else sinkOf(at).drop();
          if (isIt) left.delete(at);
        }
        if (left.size === 0) enough.abort();
      },
    };
  };

  const later = (promise: Promise<void>): void => void work.push(promise);
  const tar = createTarReader((entry) =>
    entry.type === '0'
      ? createBlobReader(entry.size, {
          layer,
          json: () => undefined,
          later,
        })
      : null,
  );
  const outer = createOuterReader(tar, later);
  const settled = async (): Promise<void> => {
    while (work.length > 0) {
      const now = work;
      work = [];
      await Promise.all(now);
    }
  };
  const take = (chunk: Buffer): Promise<void> | null => {
    outer.data(chunk);
    bytes += chunk.length;
    if (performance.now() - reported >= REPORT_EVERY_MS) {
      reported = performance.now();
      report({ phase: 'reading', bytes, total, entries: wanted.length - left.size });
    }
    return work.length > 0 ? settled() : null;
  };

  if (left.size === 0) return void source.destroy();
  try {
    await eachChunk(source, take, AbortSignal.any([signal, enough.signal]));
  } catch (error) {
    signal.throwIfAborted();
    if (!enough.signal.aborted) throw error;
  } finally {
    await Promise.allSettled(work);
  }
  if (left.size > 0) throw new DamagedArchive(say('layerFailures.damaged.changed'));
}
