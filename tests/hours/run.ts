/**
 * `npm run test:hours`: eight hours of use in ten minutes. 200 builds, 500 refreshes of the list of images and 100 pushes in the
 * running app, on a real engine and registry; a sample after each round; exit 1 when the line through the samples rises by more
 * than a limit.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deskOf, type Desk } from '../faults/desk.js';
import { until } from '../faults/until.js';
import { makeFolder } from '../support/processes.js';
import { startStage } from '../support/stage.js';
import { launchStrata, type RunningStrata } from '../support/strata.js';
import { openGauges, type Sample } from './gauges.js';
import { riseOf } from './slope.js';

const ROUNDS = 20;
const A_ROUND = { builds: 10, refreshes: 25, pushes: 5 } as const;
/** Caches fill, code is compiled, the list of ended jobs comes to its most: what is steady begins after these. */
const WARM_UP = 8;

const MB = 1_000_000;
/**
 * How much the line may rise over the rounds that count, which stand for five hours. Garbage that waits for its turn is noise of
 * about a megabyte; a leak of one image list, log or socket a time would be hundreds of them.
 */
const LIMITS: Readonly<Record<keyof Sample, number>> = {
  mainHeap: 3 * MB,
  pageHeap: 3 * MB,
  mainResident: 40 * MB,
  files: 3,
  sockets: 3,
  resources: 3,
  nodes: 500,
  listeners: 100,
};

const stage = await startStage({ keyring: true, display: true, openRegistry: true });
const work = await makeFolder('hours');
let strata: RunningStrata | undefined;
try {
  strata = await launchStrata({ dockerHost: stage.engine.host, env: stage.env });
  const samples = await useIt(strata);
  process.exitCode = report(samples) ? 0 : 1;
} finally {
  await strata?.close();
  await rm(work, { recursive: true, force: true });
  await stage.stop();
}

async function useIt(running: RunningStrata): Promise<readonly Sample[]> {
  const desk = deskOf(running);
  const gauges = await openGauges(running);
  const registry = stage.openRegistry?.host ?? '';
  const samples: Sample[] = [];
  const began = Date.now();
  const links = running.page.getByRole('navigation', { name: 'Main' });
  for (let round = 0; round < ROUNDS; round++) {
    // A person looks at what goes on, here and there.
    await links.getByRole('link', { name: 'Build' }).click();
    for (let at = 0; at < A_ROUND.builds; at++) await build(desk, `${round}-${at}`);
    await links.getByRole('link', { name: 'Images' }).click();
    for (let at = 0; at < A_ROUND.refreshes; at++) await refresh(desk, round * A_ROUND.refreshes + at);
    for (let at = 0; at < A_ROUND.pushes; at++)
      await done(desk, 'registry.push', { image: 'hours:1', destination: `${registry}/hours:${at}` });
    await links.getByRole('link', { name: 'Settings' }).click();
    const sample = await gauges.read();
    samples.push(sample);
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    console.log(
      `round ${round + 1}/${ROUNDS}, ${minutes} min: main ${mb(sample.mainHeap)} MB, page ${mb(sample.pageHeap)} MB`,
    );
  }
  return samples;
}

/** One file is new every time: steps are cached, one runs, and it has something to say. */
async function build(desk: Desk, text: string): Promise<void> {
  const folder = join(work, 'project');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'changing.txt'), text);
  await writeFile(
    join(folder, 'Dockerfile'),
    'FROM alpine:3.20\nWORKDIR /app\nCOPY . .\nRUN for n in 1 2 3 4 5 6 7 8 9; do echo "line $n"; done\n',
  );
  await done(desk, 'builds.run', {
    folder,
    dockerfile: 'Dockerfile',
    imageName: 'hours:1',
    arguments: [],
    ignoreCache: false,
    pullBase: false,
  });
}

/** A tag moves, the window hears of it, and the list is asked for anew. */
async function refresh(desk: Desk, at: number): Promise<void> {
  const name = `refreshed:${at}`;
  await stage.engine.docker(at % 2 === 0 ? ['tag', 'hours:1', name] : ['rmi', `refreshed:${at - 1}`]);
  const isThere = async (): Promise<boolean> => {
    const list = await desk.ask<readonly { readonly tags: readonly string[] }[]>('images.list');
    if (!list.ok) throw new Error(list.failure.title);
    return JSON.stringify(list.value).includes(`refreshed:${at - (at % 2)}"`) === (at % 2 === 0);
  };
  await until(`the list after ${name}`, isThere, 20_000);
}

async function done(desk: Desk, call: string, input: unknown): Promise<void> {
  const ended = await desk.ended(await desk.start(call, input));
  if (ended.status !== 'done') throw new Error(`${call}: ${ended.status} ${JSON.stringify(ended.failure)}`);
}

/** A table of what was measured, and whether all of it is within its limits. */
function report(samples: readonly Sample[]): boolean {
  const steady = samples.slice(WARM_UP);
  const names = Object.keys(LIMITS) as (keyof Sample)[];
  const rows = names.map((name) => {
    const values = steady.map((sample) => sample[name]);
    const rise = riseOf(values);
    const show = (value: number): string => (LIMITS[name] >= MB ? `${mb(value)} MB` : value.toFixed(1));
    const isWell = rise <= LIMITS[name];
    return [
      name,
      show(values[0] ?? NaN),
      show(values.at(-1) ?? NaN),
      show(rise),
      show(LIMITS[name]),
      isWell ? '' : 'GROWS',
    ];
  });
  const table = [['', `round ${WARM_UP + 1}`, `round ${ROUNDS}`, 'rise', 'limit', ''], ...rows];
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  return rows.every((row) => row.at(-1) === '');
}

function mb(bytes: number): string {
  return (bytes / MB).toFixed(1);
}
