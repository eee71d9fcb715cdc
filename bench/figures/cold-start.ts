/** From the spawn of the process to the first image's row, and to the one line of an empty window. */
import { compared, type Figure } from '../figure.js';
import { inTurn } from '../start/in-turn.js';

const ROUNDS = 21;

export const figure: Figure = {
  name: 'cold-start',
  async measure() {
    const { first, times } = await inTurn(ROUNDS, ({ reached }) =>
      Promise.resolve(reached.get('painted') ?? NaN),
    );
    const note = `the very first ${first.strata} ms, the empty window's ${first.empty} ms`;
    return [compared('cold-start', 1.5, times.strata, times.empty, note)];
  },
};
