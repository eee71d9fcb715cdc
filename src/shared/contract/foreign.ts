/** "This machine isn't mine": nothing that Strata learns stays on it. A change counts from the next start on. */
import { z } from 'zod';
import { request } from './define.js';

export type ForeignState = {
  /** Whether this run keeps nothing. */
  readonly isOn: boolean;
  /** Whether what this run writes until it ends lies in memory alone; else on disk, in a folder for this user only. */
  readonly isInMemory: boolean;
  /** Whether the next one will. */
  readonly isNext: boolean;
  /** What an earlier run had left behind, and this one has erased at its start: names of files and folders. */
  readonly cleaned: readonly string[];
};

export const foreign = {
  state: request(() => z.void()).gives<ForeignState>(),
  /** `erase`: log out everywhere now, and erase what is there already at the next start. Nothing changes if a login stays. */
  change: request(() => z.object({ isOn: z.boolean(), erase: z.boolean() })).gives<ForeignState>(),
  /** Quits as a user would, and starts again. */
  restart: request(() => z.void()).gives<void>(),
};
