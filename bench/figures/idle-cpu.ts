/** What an app whose window is hidden goes on to work, in percent of one core. */
import { setTimeout as pause } from 'node:timers/promises';
import { absolute, median, type Figure } from '../figure.js';
import { inTurn } from '../start/in-turn.js';
import { workOf } from '../start/process-tree.js';

const ROUNDS = 3;
/** Until what a start still had to do is done. */
const SETTLE_MS = 10_000;
const IDLE_MS = 20_000;

export const figure: Figure = {
  name: 'idle-cpu',
  async measure() {
    const { times } = await inTurn(ROUNDS, async ({ pid, hide }) => {
      await hide();
      await pause(SETTLE_MS);
      const before = await workOf(pid);
      await pause(IDLE_MS);
      return ((await workOf(pid)) - before) / (IDLE_MS / 100);
    });
    const note = `an empty window ${median(times.empty).toFixed(2)} %`;
    return [absolute('idle-cpu', 0.5, '%', times.strata, note)];
  },
};
