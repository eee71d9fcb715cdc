/** The same project built again after one file of 1 KB has changed, and how much of it then travels. */
import { measureMid } from '../context/mid.js';
import { compared, median, type Figure } from '../figure.js';

export const figure: Figure = {
  name: 'context-incremental',
  async measure() {
    const { ours, peer, bytesChanged } = await measureMid();
    return [
      compared('context-incremental', 1.1, ours.changed, peer.changed),
      {
        name: 'context-incremental-bytes',
        ours: median(bytesChanged) / 1000,
        peer: null,
        ratio: null,
        limit: 1000,
        unit: 'kB',
        runs: bytesChanged.length,
      },
    ];
  },
};
