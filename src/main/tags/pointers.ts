/** Where every tag points, and which of them a change of the list moved. */
import type { ImagesChange } from '../../shared/contract/images.js';

export type Pointing = {
  readonly reference: string;
  readonly from: string | null;
  readonly to: string | null;
};

export type Pointers = {
  /** Takes in what changed; the first time that is everything, and nothing has moved. */
  readonly apply: (change: ImagesChange) => readonly Pointing[];
  /** Null before the first change. */
  readonly all: () => ReadonlyMap<string, string> | null;
};

export function createPointers(): Pointers {
  const holders = new Map<string, string>();
  const names = new Map<string, readonly string[]>();
  let isFilled = false;

  return {
    all: () => (isFilled ? holders : null),
    apply({ upserted, removed }) {
      const touched = new Map<string, string | null>();
      const note = (reference: string): void => {
        if (!touched.has(reference)) touched.set(reference, holders.get(reference) ?? null);
      };
      // All that these images had is let go of first: a name may go from any of them to any other.
      for (const id of [...removed, ...upserted.map((image) => image.id)]) {
        for (const reference of names.get(id) ?? []) {
          note(reference);
          if (holders.get(reference) === id) holders.delete(reference);
        }
        names.delete(id);
      }
      for (const { id, references } of upserted) {
        names.set(id, references);
        for (const reference of references) {
          note(reference);
          holders.set(reference, id);
        }
      }
      const first = !isFilled;
      isFilled = true;
      if (first) return [];
      return [...touched].flatMap(([reference, from]) => {
        const to = holders.get(reference) ?? null;
        return from === to ? [] : [{ reference, from, to }];
      });
    },
  };
}
