/** The same project built again, with nothing changed. */
import { measureMid } from '../context/mid.js';
import { compared, type Figure } from '../figure.js';

export const figure: Figure = {
  name: 'context-nochange',
  async measure() {
    const { ours, peer } = await measureMid();
    return [compared('context-nochange', 1, ours.unchanged, peer.unchanged)];
  },
};
