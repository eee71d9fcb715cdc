/** The 100,000 files of an image that was read before, on screen again. */
import { absolute, type Figure } from '../figure.js';
import { indexInApp } from '../layers/in-app.js';

const ROUNDS = 5;

export const figure: Figure = {
  name: 'index-reopen',
  async measure() {
    const { reopened, restarted } = await indexInApp(ROUNDS);
    return [
      absolute(
        'index-reopen',
        150,
        'ms',
        reopened,
        `in an app that was started anew ${restarted.toFixed(0)} ms`,
      ),
    ];
  },
};
