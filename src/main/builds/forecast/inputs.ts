/** What the steps of a plan take in: the files under each COPY, and the images that FROM and COPY name. */
import { z } from 'zod';
import type { Inputs } from '../../../shared/dockerfile/forecast.js';
import type { PlannedStep } from '../../../shared/dockerfile/plan.js';
import { tryReference } from '../../../shared/reference.js';
import type { EngineService } from '../../engine/index.js';
import { createIgnore, parseIgnore } from '../../../shared/ignore/ignore.js';
import { createPace } from '../context/pace.js';
import { selectPaths } from '../context/selection.js';
import type { BuildContext, ContextEntry } from '../context/walk.js';
import { createDigest, digestFiles, digestOf, type KnownDigest, type KnownDigests } from './digests.js';

export type TakenIn = Inputs & {
  /** Of every file that some step takes, by path. */
  readonly digests: ReadonlyMap<string, KnownDigest>;
  /** For each step of the plan, the files that it takes. */
  readonly files: readonly (readonly string[])[];
};

export type InputOptions = {
  readonly engine: EngineService;
  readonly folder: string;
  readonly context: BuildContext;
  readonly known: KnownDigests;
  /** A path that is taken to have changed. */
  readonly edited: string | null;
};

/** @throws FailureError as the context does */
export async function takeIn(plan: readonly PlannedStep[], options: InputOptions): Promise<TakenIn> {
  const { engine, folder, context, known, edited } = options;
  const wanted = await Promise.all(plan.map((step) => takenBy(folder, step)));
  const taken: ContextEntry[][] = plan.map(() => []);
  if (wanted.some((takes) => takes !== null))
    for await (const entry of context.entriesForImage()) {
      wanted.forEach((takes, at) => takes?.(entry.path) && taken[at]?.push(entry));
    }
  const files = new Map(
    taken.flat().flatMap((entry) => (entry.kind === 'file' ? [[entry.path, entry] as const] : [])),
  );
  const digests = await digestFiles([...files.values()], known);
  const contents = (entry: ContextEntry): string =>
    entry.path === edited
      ? 'edited'
      : entry.kind === 'file'
        ? (digests.get(entry.path)?.digest ?? '')
        : entry.kind === 'link'
          ? entry.target
          : '';
  const told = await tellAll(taken, contents);
  return {
    digest: digestOf,
    digests,
    images: await imageIds(engine, new Set(plan.flatMap(({ images }) => images))),
    files: taken.map((entries) => entries.flatMap(({ kind, path }) => (kind === 'file' ? [path] : []))),
    names: told.map(({ names }) => names),
    contents: told.map((all) => all.contents),
    context: told.map(({ whole }) => whole),
  };
}

type Told = { readonly names: string; readonly contents: string; readonly whole: string };

/** For each step digests of its entries: of what they are called, of what they hold, and of all of it; empty without any. */
async function tellAll(
  steps: readonly (readonly ContextEntry[])[],
  contents: (entry: ContextEntry) => string,
): Promise<readonly Told[]> {
  // Tens of thousands of entries must not hold anything else up.
  const pace = createPace(true);
  const told: Told[] = [];
  for (const entries of steps) {
    const [names, held, whole] = [createDigest(), createDigest(), createDigest()];
    for (const [at, entry] of entries.entries()) {
      const { path, kind, mode } = entry;
      const content = contents(entry);
      names.add(path, kind);
      held.add(path, content);
      whole.add(path, kind, String(mode), content);
      if (at % 256 === 0) await pace.rest();
    }
    told.push(
      entries.length === 0
        ? { names: '', contents: '', whole: '' }
        : { names: names.end(), contents: held.end(), whole: whole.end() },
    );
  }
  return told;
}

/** Which paths of the context a step takes; null for one that takes none. */
async function takenBy(folder: string, step: PlannedStep): Promise<((path: string) => boolean) | null> {
  if (step.context.length === 0) return null;
  const selection = await selectPaths(folder, step.context);
  const left = step.excludes.length === 0 ? null : createIgnore(parseIgnore(step.excludes.join('\n')));
  return (path) => (selection?.has(path) ?? true) && !(left?.excludes(path) ?? false);
}

const inspected = z.object({ Id: z.string() });

async function imageIds(
  engine: EngineService,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string | null>> {
  const found = await Promise.all(
    [...names].map(async (name) => {
      if (!tryReference(name).ok) return [name, null] as const;
      const answer: unknown = await engine
        .docker()
        .getImage(name)
        .inspect()
        .catch(() => null);
      const { data } = inspected.safeParse(answer);
      return [name, data?.Id ?? null] as const;
    }),
  );
  return new Map(found);
}
