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

const lessons = z.object({
  /** The engine that the results are in; another one knows none of them. */
  engine: z.string(),
  /** Key, result; the latest last. */
  results: z.array(z.tuple([z.string(), z.string()])),
  /** Copies out of other stages: key, result. */
  copies: z.array(z.tuple([z.string(), z.string()])),
  habits: z.array(z.tuple([z.string(), z.boolean()])),
  /** A step's text, and ms. */
  times: z.array(z.tuple([z.string(), z.number()])),
  latest: z.array(remembered),
  /** Path, stamp, digest. */
  digests: z.array(z.tuple([z.string(), z.string(), z.string()])),
  score: z.object({ right: z.number(), steps: z.number(), builds: z.number() }),
});
export type Lessons = z.infer<typeof lessons>;

const MOST = { results: 5_000, copies: 1_000, habits: 1_000, times: 1_000, digests: 100_000 } as const;

/** Files of projects; those that were not built for longest go first. */
const MOST_PROJECTS = 50;

export const nothingLearnt = (engine: string): Lessons => ({
  engine,
  results: [],
  copies: [],
  habits: [],
  times: [],
  latest: [],
  digests: [],
  score: { right: 0, steps: 0, builds: 0 },
});

export type Memory = {
  readonly read: (folder: string, dockerfile: string) => Promise<Lessons | null>;
  readonly write: (folder: string, dockerfile: string, lessons: Lessons) => Promise<void>;
  /** Erases what all projects have taught. */
  readonly clear: () => Promise<void>;
};

/** @param folder whole path; a damaged file in it is set aside under another name */
export function openMemory(folder: string, onDamaged: OnDamaged): Memory {
  const fileOf = (project: string, dockerfile: string): string =>
    join(folder, `${digestOf(JSON.stringify([project, dockerfile]))}.json`);
  // Of the project that is looked at: forecasts follow one another, and only this process writes.
  let latest: { readonly file: string; readonly lessons: Lessons } | null = null;
  return {
    async read(project, dockerfile) {
      const file = fileOf(project, dockerfile);
      if (latest?.file === file) return latest.lessons;
      const read = await readOrSetAside({ file, what: 'forecasts', onDamaged }, (text) =>
        lessons.parse(JSON.parse(text)),
      );
      if (read) latest = { file, lessons: read };
      return read;
    },
    async write(project, dockerfile, { results, copies, habits, times, digests, ...rest }) {
      const file = fileOf(project, dockerfile);
      const kept: Lessons = {
        ...rest,
        results: results.slice(-MOST.results),
        copies: copies.slice(-MOST.copies),
        habits: habits.slice(-MOST.habits),
        times: times.slice(-MOST.times),
        digests: digests.slice(0, MOST.digests),
      };
      await writeFileAtomic(file, JSON.stringify(kept));
      latest = { file, lessons: kept };
      await letGo(folder, MOST_PROJECTS);
    },
    async clear() {
      latest = null;
      await rm(folder, { recursive: true, force: true });
    },
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
