/** The first build of a project of 50,000 small files: its time, and what it asks of the running app. */
import { buildInApp } from '../context/in-app.js';
import { runRounds } from '../context/rounds.js';
import { absolute, compared, type Figure } from '../figure.js';

const FILES = 50_000;
const SIZE = 200;

export const figure: Figure = {
  name: 'context-50k',
  async measure() {
    const { ours, peer } = await runRounds({ files: FILES, size: SIZE, rounds: 3, repeats: 0 });
    const { memory, frame } = await buildInApp(FILES, SIZE);
    return [
      compared('context-50k', 1.25, ours.cold, peer.cold),
      absolute('context-50k-rss', 400, 'MB', [memory]),
      absolute('context-50k-frame', 100, 'ms', [frame]),
    ];
  },
};
