/** From the spawn of the process to the first image's row, and to the one line of an empty window. */
import { compared, type Figure } from '../figure.js';
import { inTurn } from '../start/in-turn.js';
import type { RunningApp } from '../start/run-app.js';

const ROUNDS = 21;

const painted = ({ reached }: RunningApp): Promise<number> => Promise.resolve(reached.get('painted') ?? NaN);

export const figure: Figure = {
  name: 'cold-start',
  async measure() {
    const { first, times } = await inTurn(ROUNDS, painted);
    // Without a GPU, Strata remembers that there is none, and the empty window tries at each start: neither tries here.
    const alike = await inTurn(ROUNDS, painted, ['--disable-gpu']);
    const { ratio } = compared('alike', 1.5, alike.times.strata, alike.times.empty);
    const note = `the very first ${first.strata} ms, the empty window's ${first.empty} ms; neither trying a GPU: ${ratio?.toFixed(2) ?? '?'}`;
    return [compared('cold-start', 1.5, times.strata, times.empty, note)];
  },
};
