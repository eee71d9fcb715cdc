/** Strata with a few images, and the empty window, each started again and again with the profile that it has used before. */
import { rm } from 'node:fs/promises';
import { startDisplay } from '../../tests/support/display.js';
import { startEngine } from '../../tests/support/engine.js';
import { makeFolder } from '../../tests/support/processes.js';
import { loadImages } from '../images/many-images.js';
import { runApp, type RunningApp, type Which } from './run-app.js';

const IMAGES = 12;

export type InTurn = {
  /** What each very first start gave. */
  readonly first: Readonly<Record<Which, number>>;
  /** What the later ones gave. */
  readonly times: Readonly<Record<Which, readonly number[]>>;
};

/** Measures both apps `rounds` times in turn, after a start of each that has made its profile. `switches` are Chromium's. */
export async function inTurn(
  rounds: number,
  measure: (app: RunningApp) => Promise<number>,
  switches: readonly string[] = [],
): Promise<InTurn> {
  const display = await startDisplay();
  const engine = await startEngine();
  const homes = { strata: await makeFolder('home'), empty: await makeFolder('home') };
  const env = { ...display.env, DOCKER_HOST: engine.host };
  const once = async (which: Which): Promise<number> => {
    const app = await runApp(which, homes[which], env, switches);
    try {
      return await measure(app);
    } finally {
      await app.stop();
    }
  };
  try {
    await loadImages(engine, IMAGES);
    const first = { empty: await once('empty'), strata: await once('strata') };
    const times: Record<Which, number[]> = { strata: [], empty: [] };
    const both = ['strata', 'empty'] as const;
    for (let round = 0; round < rounds; round++)
      for (const which of round % 2 === 0 ? both : both.toReversed()) times[which].push(await once(which));
    return { first, times };
  } finally {
    await Promise.all(Object.values(homes).map((home) => rm(home, { recursive: true, force: true })));
    await engine.stop();
    await display.stop();
  }
}
