/** What all engines' tags have in common: the one file of their moves, and why tags of each engine move. */
import { join } from 'node:path';
import type { OnDamaged } from '../files/index.js';
import { createCauses, type Causes } from './causes.js';
import { openLedger, type Ledger } from './ledger.js';

export type TagMemoryParts = {
  /** The folder that Strata writes to; the moves are kept in `tags/moves.ndjson` below it. */
  readonly home: string;
  readonly onDamaged: OnDamaged;
  /** The moves of all tags were forgotten. */
  readonly onCleared: () => void;
  readonly log: (message: string, error: unknown) => void;
};

export type TagMemory = {
  readonly ledger: Ledger;
  /** By the engine's address, as one engine may be reached by two names at once, and what is done by one is seen by both. */
  readonly causesAt: (address: string) => Causes;
  /** Forgets the moves that were seen. */
  readonly clear: () => Promise<void>;
};

export function openTagMemory({ home, onDamaged, onCleared, log }: TagMemoryParts): TagMemory {
  const ledger = openLedger(join(home, 'tags', 'moves.ndjson'), onDamaged, log);
  const causes = new Map<string, Causes>();
  return {
    ledger,
    causesAt(address) {
      const known = causes.get(address) ?? createCauses();
      causes.set(address, known);
      return known;
    },
    async clear() {
      await ledger.clear();
      onCleared();
    },
  };
}
