/** The project of the figures context-cold, context-nochange and context-incremental, measured once for all three. */
import { runRounds, type Rounds } from './rounds.js';

let rounds: Promise<Rounds> | undefined;

/** 300 MB in 5,000 files. */
export const measureMid = (): Promise<Rounds> =>
  (rounds ??= runRounds({ files: 5_000, size: 60_000, rounds: 3, repeats: 3 }));
