/** The images as they were last told of, and what is new in what the engine says since. */
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';
import type { ListedImage } from './summary.js';
import { imageKey, unused, type Uses } from './uses.js';

export type KnownImages = {
  readonly all: () => readonly ImageSummary[];
  readonly get: (id: string) => ListedImage | undefined;
  /** The images that these names pointed at: a name points at one only. */
  readonly holders: (references: readonly string[]) => readonly string[];
  /** The whole list, but for the images of `newer`: those were looked at after it had been asked for. */
  readonly replace: (rows: readonly ListedImage[], newer: ReadonlySet<string>) => void;
  readonly put: (row: ListedImage) => void;
  readonly remove: (id: string) => void;
  /** Null where the engine doesn't tell of containers. */
  readonly use: (uses: Uses | null) => void;
  /** What changed since this was last asked. */
  readonly changes: () => ImagesChange;
};

export function createKnownImages(): KnownImages {
  let listed = new Map<string, ListedImage>();
  let uses: Uses | null = null;
  /** As it was told, by id. */
  const told = new Map<string, string>();
  /** Of which there may be something to tell; null: of any. */
  let dirty: Set<string> | null = new Set();

  const summary = (row: ListedImage): ImageSummary => ({
    ...row,
    containers: uses === null ? null : (uses.get(imageKey(row.id)) ?? unused),
  });

  return {
    all: () => [...listed.values()].map(summary),
    get: (id) => listed.get(id),
    holders(references) {
      const wanted = new Set(references);
      return [...listed.values()]
        .filter((row) => row.references.some((reference) => wanted.has(reference)))
        .map(({ id }) => id);
    },
    replace(rows, newer) {
      const before = listed;
      listed = new Map(rows.filter(({ id }) => !newer.has(id)).map((row) => [row.id, row]));
      for (const id of newer) {
        const row = before.get(id);
        if (row) listed.set(id, row);
      }
      dirty = null;
    },
    put(row) {
      listed.set(row.id, row);
      dirty?.add(row.id);
    },
    remove(id) {
      listed.delete(id);
      dirty?.add(id);
    },
    use(now) {
      uses = now;
      dirty = null;
    },
    changes() {
      const upserted: ImageSummary[] = [];
      const removed: string[] = [];
      for (const id of dirty ?? new Set([...listed.keys(), ...told.keys()])) {
        const listedRow = listed.get(id);
        if (!listedRow) {
          if (told.delete(id)) removed.push(id);
          continue;
        }
        const row = summary(listedRow);
        const text = JSON.stringify(row);
        if (told.get(id) === text) continue;
        told.set(id, text);
        upserted.push(row);
      }
      dirty = new Set();
      return { upserted, removed };
    },
  };
}
