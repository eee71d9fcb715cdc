/** The memory of all processes of the app that shows its images and has nothing to do, and of those of an empty window. */
import { setTimeout as pause } from 'node:timers/promises';
import { compared, type Figure } from '../figure.js';
import { inTurn } from '../start/in-turn.js';
import { memoryOf } from '../start/process-tree.js';

const ROUNDS = 5;
const IDLE_MS = 10_000;

export const figure: Figure = {
  name: 'idle-rss',
  async measure() {
    let most = 0;
    const { times } = await inTurn(ROUNDS, async ({ pid }) => {
      await pause(IDLE_MS);
      const { megabytes, processes } = await memoryOf(pid);
      most = Math.max(most, processes);
      return megabytes;
    });
    const note = `of ${most} processes at most, shared pages once`;
    return [{ ...compared('idle-rss', 1.4, times.strata, times.empty, note), unit: 'MB' }];
  },
};
