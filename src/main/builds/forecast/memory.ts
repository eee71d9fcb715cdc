/** What a project's builds have taught, kept in one file a project. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readOrSetAside, writeFileAtomic, type OnDamaged } from '../../files/index.js';
import { digestOf } from './digests.js';

const remembered = z.object({
  stage: z.number(),
  text: z.string(),
  recipe: z.string(),
  context: z.string(),
  names: z.string(),
  contents: z.string(),
  images: z.string(),
});

const pairs = z.array(z.tuple([z.string(), z.string()]));

/** What an engine has in its cache. */
const cached = z.object({
  /** The engine that the results are in; another one knows none of them. */
  engine: z.string(),
  /** Key, result; the latest last. */
  results: pairs,
  /** Copies out of other stages: key, result. */
  copies: pairs,
});

const lessons = cached.extend({
  /** The same of other engines that the project was built on; the latest last. */
  elsewhere: z.array(cached).default([]),
  habits: z.array(z.tuple([z.string(), z.boolean()])),
  /** A step's text, and ms. */
  times: z.array(z.tuple([z.string(), z.number()])),
  latest: z.array(remembered),
  /** Path, stamp, digest. */
  digests: z.array(z.tuple([z.string(), z.string(), z.string()])),
  score: z.object({ right: z.number(), steps: z.number(), builds: z.number() }),
});
export type Lessons = z.infer<typeof lessons>;

const MOST = {
  results: 5_000,
  copies: 1_000,
  habits: 1_000,
  times: 1_000,
  digests: 100_000,
  elsewhere: 3,
} as const;

/** Files of projects; those that were not built for longest go first. */
const MOST_PROJECTS = 50;

export const nothingLearnt = (engine: string): Lessons => ({
  engine,
  results: [],
  copies: [],
  elsewhere: [],
  habits: [],
  times: [],
  latest: [],
  digests: [],
  score: { right: 0, steps: 0, builds: 0 },
});

export type ForecastMemory = {
  readonly read: (folder: string, dockerfile: string) => Promise<Lessons | null>;
  /** Writes what `teach` makes of what is known then. One after another, as several engines may teach at once. */
  readonly change: (
    folder: string,
    dockerfile: string,
    teach: (known: Lessons | null) => Lessons,
  ) => Promise<void>;
  /** Erases what all projects have taught. */
  readonly clear: () => Promise<void>;
};

/** @param folder whole path; a damaged file in it is set aside under another name */
export function openForecastMemory(folder: string, onDamaged: OnDamaged): ForecastMemory {
  const fileOf = (project: string, dockerfile: string): string =>
    join(folder, `${digestOf(JSON.stringify([project, dockerfile]))}.json`);
  // Of the project that is looked at: forecasts follow one another, and only this process writes.
  let latest: { readonly file: string; readonly lessons: Lessons } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const read = async (file: string): Promise<Lessons | null> => {
    if (latest?.file === file) return latest.lessons;
    const known = await readOrSetAside({ file, what: 'forecasts', onDamaged }, (text) =>
      lessons.parse(JSON.parse(text)),
    );
    if (known) latest = { file, lessons: known };
    return known;
  };
  return {
    read: (project, dockerfile) => inTurn(() => read(fileOf(project, dockerfile))),
    change: (project, dockerfile, teach) =>
      inTurn(async () => {
        const file = fileOf(project, dockerfile);
        const kept = bounded(teach(await read(file)));
        await writeFileAtomic(file, JSON.stringify(kept));
        latest = { file, lessons: kept };
        await letGo(folder, MOST_PROJECTS);
      }),
    clear: () =>
      inTurn(async () => {
        latest = null;
        await rm(folder, { recursive: true, force: true });
      }),
  };
}

function bounded(all: Lessons): Lessons {
  return {
    ...all,
    results: all.results.slice(-MOST.results),
    copies: all.copies.slice(-MOST.copies),
    habits: all.habits.slice(-MOST.habits),
    times: all.times.slice(-MOST.times),
    digests: all.digests.slice(0, MOST.digests),
    elsewhere: all.elsewhere.slice(-MOST.elsewhere),
  };
}

/** Keeps the newest `most` files of a folder. */
async function letGo(folder: string, most: number): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= most) return;
  const files = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const oldest = files.sort((a, b) => b.time - a.time).slice(most);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}
