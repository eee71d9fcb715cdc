/** The first build of a project of 300 MB in 5,000 files. */
import { measureMid } from '../context/mid.js';
import { compared, type Figure } from '../figure.js';

export const figure: Figure = {
  name: 'context-cold',
  async measure() {
    const { ours, peer } = await measureMid();
    return [compared('context-cold', 1, ours.cold, peer.cold)];
  },
};
