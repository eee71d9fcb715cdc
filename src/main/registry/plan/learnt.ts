/**
 * What an engine is known to know of registries: under which digest it pushed a layer where, or pulled it from. The engine keeps
 * the same to itself (moby distribution/metadata, v2metadata-by-diffid), and goes by it when it decides what to send.
 */
import { z } from 'zod';
import { readOrSetAside, writeFileAtomic, type OnDamaged } from '../../files/index.js';

export type LearntBlob = {
  readonly registry: string;
  readonly repository: string;
  readonly digest: string;
  /** Compressed. */
  readonly size: number;
};

/** One layer, as an engine pushed or pulled it. */
export type LearntLayer = LearntBlob & { readonly diffId: string };

export type Learnt = {
  /** Newest first. `engine`: the id that it tells of itself. */
  readonly of: (engine: string, diffId: string) => Promise<readonly LearntBlob[]>;
  readonly learn: (engine: string, layers: readonly LearntLayer[]) => Promise<void>;
  /** Forgets everything, on disk too. */
  readonly clear: () => Promise<void>;
};

/** As many as an engine itself keeps of a layer (moby: 50), and of layers what a large machine has. */
const MOST_BLOBS = 50;
const MOST_LAYERS = 10_000;

const word = z.string().max(512);
const blob = z.object({ registry: word, repository: word, digest: word, size: z.int().min(0) });
const file = z.object({
  version: z.literal(1),
  /** Least recently learnt first. */
  layers: z.array(z.tuple([word, z.array(blob).max(MOST_BLOBS)])).max(MOST_LAYERS),
});

/** `path`: where it is kept. What can't be read is set aside, and counts as nothing learnt: plans get less exact, no worse. */
export function createLearnt(path: string, onDamaged: OnDamaged): Learnt {
  let known: Promise<Map<string, readonly LearntBlob[]>> | null = null;
  let writing = Promise.resolve();
  const load = (): Promise<Map<string, readonly LearntBlob[]>> => (known ??= read(path, onDamaged));
  const keyOf = (engine: string, diffId: string): string => `${engine} ${diffId}`;
  const isSame = (one: LearntBlob, other: LearntBlob): boolean =>
    one.registry === other.registry && one.repository === other.repository && one.digest === other.digest;

  return {
    of: async (engine, diffId) => (await load()).get(keyOf(engine, diffId)) ?? [],
    async learn(engine, layers) {
      if (layers.length === 0) return;
      const all = await load();
      for (const { diffId, ...blob } of layers) {
        const key = keyOf(engine, diffId);
        const others = (all.get(key) ?? []).filter((other) => !isSame(blob, other));
        all.delete(key);
        all.set(key, [blob, ...others].slice(0, MOST_BLOBS));
      }
      for (const key of all.keys()) {
        if (all.size <= MOST_LAYERS) break;
        all.delete(key);
      }
      const content = JSON.stringify({ version: 1, layers: [...all] });
      // One after another: the last one written is the last one learnt.
      writing = writing.then(() => writeFileAtomic(path, content));
      return writing;
    },
    async clear() {
      known = Promise.resolve(new Map());
      writing = writing.then(() => writeFileAtomic(path, JSON.stringify({ version: 1, layers: [] })));
      return writing;
    },
  };
}

async function read(path: string, onDamaged: OnDamaged): Promise<Map<string, readonly LearntBlob[]>> {
  const kept = await readOrSetAside({ file: path, what: 'pushed-layers', onDamaged }, (text) =>
    file.parse(JSON.parse(text)),
  ).catch(() => null);
  return new Map(kept?.layers);
}
