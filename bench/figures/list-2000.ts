/** The list of 2,000 images with 5,000 names in the running app: shown, kept current, filtered and scrolled; and of 50,000 names. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startDisplay } from '../../tests/support/display.js';
import { startEngine, type TestEngine } from '../../tests/support/engine.js';
import { makeFolder } from '../../tests/support/processes.js';
import { relay } from '../../tests/support/relay.js';
import { launchStrata } from '../../tests/support/strata.js';
import { absolute, compared, timed, type Figure, type Result } from '../figure.js';
import { askAndPaint, paintedAt, scrollDown, typeInFilter, watchFor } from '../images/in-page.js';
import { loadImages, scriptEngine } from '../images/many-images.js';

const ROUNDS = 7;
const TAGS = 10;
const FRAMES = 240;
/** What somebody types, thinks better of, and types again. */
const KEYS = [
  ...'s e r v i c e - 1 2'.split(' '),
  ...Array.from({ length: 10 }, () => 'Backspace'),
  ...'l a r g e r : 1 Space - u s e d : Space 1 . 1'.split(' '),
];

export const figure: Figure = {
  name: 'list-2000',
  async measure() {
    const display = await startDisplay();
    try {
      return [...(await ofRealEngine(display.env)), ...(await ofManyNames(display.env))];
    } finally {
      await display.stop();
    }
  },
};

async function ofRealEngine(env: Readonly<Record<string, string>>): Promise<readonly Result[]> {
  const engine = await startEngine();
  const folder = await makeFolder('list');
  const socket = join(folder, 'engine.sock');
  const strata = await launchStrata({ dockerHost: `unix://${socket}`, env });
  try {
    await loadImages(engine, 2_000);
    const { page } = strata;
    const [ours, peer]: [number[], number[]] = [[], []];
    /** Nothing is known of the engine before: it has not been there. */
    const ask = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      const way = await relay(socket, engine.socketPath);
      ours.push(await askAndPaint(page, '2,000 images, 5,000 names'));
      way.close();
      await page.reload();
    };
    const both = [
      ask,
      async () => {
        peer.push(await timed(() => engine.docker(['images'])));
      },
    ];
    for (let round = 0; round < ROUNDS; round++)
      for (const one of round % 2 === 0 ? both : both.toReversed()) await one();

    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const way = await relay(socket, engine.socketPath);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('row', { name: 'team-0/' }).first().waitFor();
    const events = await tagWhileWatched(engine, page);
    const { keys, frames } = await useList(page);
    way.close();
    return [
      compared('list-2000', 2, ours, peer),
      absolute('list-2000-event', 200, 'ms', events, worst(events)),
      absolute('list-2000-keystroke', 50, 'ms', keys, worst(keys)),
      absolute('list-2000-frame', 20, 'ms', [mean(frames)], worst(frames)),
    ];
  } finally {
    await strata.close();
    await rm(folder, { recursive: true, force: true });
    await engine.stop();
  }
}

async function ofManyNames(env: Readonly<Record<string, string>>): Promise<readonly Result[]> {
  const engine = await scriptEngine(20_000);
  const strata = await launchStrata({ dockerHost: engine.host, env });
  try {
    await strata.page.getByText('20,000 images, 50,000 names').waitFor();
    const { keys, frames } = await useList(strata.page);
    return [
      absolute('list-50000-keystroke', 100, 'ms', keys, worst(keys)),
      absolute('list-50000-frame', 20, 'ms', [mean(frames)], worst(frames)),
    ];
  } finally {
    await strata.close();
    await engine.stop();
  }
}

/** Milliseconds from each event, by the engine's clock, until the new row is painted. */
async function tagWhileWatched(engine: TestEngine, page: Page): Promise<readonly number[]> {
  const names = Array.from({ length: TAGS }, (_, at) => `aaa-new:${at}`);
  const since = Math.floor(Date.now() / 1000);
  await watchFor(page, names);
  for (const name of names) {
    await engine.docker(['tag', 'team-1/service-1:1.1', name]);
    await page.getByRole('row', { name, exact: true }).waitFor();
  }
  const until = `${Math.ceil(Date.now() / 1000)}`;
  const told = await engine.docker([
    ...['events', '--since', `${since}`, '--until', until, '--filter', 'event=tag'],
    ...['--format', '{{.Actor.Attributes.name}} {{.TimeNano}}'],
  ]);
  const seen = await paintedAt(page);
  return told
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', nanoseconds]) => (seen[name] ?? NaN) - Number(nanoseconds) / 1e6);
}

async function useList(page: Page): Promise<{ keys: readonly number[]; frames: readonly number[] }> {
  const keys = await typeInFilter(page, KEYS);
  await page.getByRole('searchbox', { name: 'Filter images' }).fill('');
  return { keys, frames: await scrollDown(page, FRAMES) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const worst = (values: readonly number[]): string => `worst ${Math.max(...values).toFixed(0)} ms`;
