/** Takes away what was chosen, one by one, and tells what became of each. Nothing in use goes unless that was asked for. */
import type {
  CleanUp,
  CleanUpReport,
  CleanUpRow,
  DiskProgress,
  DiskUsage,
} from '../../shared/contract/disk.js';
import { freeing } from '../../shared/disk/holders.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { engineFailure, refuse, type EngineService } from '../engine/index.js';
import { ask, containerRows, deleteAnswer, imageAnswer, imageRows, pruneAnswer } from './answers.js';
import { namesOf } from './measure.js';

export type CleanUpRun = {
  readonly report: (step: DiskProgress) => void;
  readonly signal: AbortSignal;
};

type Docker = ReturnType<EngineService['docker']>;

/**
 * @param usage the measurement that the choice was made by: what is freed is counted in it
 * @throws FailureError when the engine doesn't answer at all; what it refuses stands in the report
 */
export async function cleanUp(
  engine: EngineService,
  usage: DiskUsage,
  { tags, images, cache, force }: CleanUp,
  { report, signal }: CleanUpRun,
): Promise<CleanUpReport> {
  const docker = engine.docker();
  const title = say('diskFailures.nothingRemoved');
  const containers = containerRows.parse(await docker.listContainers({ all: true }).catch(refuse({ title })));
  const usedBy = new Map<string, string[]>();
  for (const { ImageID, Names, Id } of containers)
    usedBy.set(ImageID, [...(usedBy.get(ImageID) ?? []), Names[0]?.replace(/^\//, '') ?? shortId(Id)]);

  const rows: CleanUpRow[] = [];
  const total = tags.length + images.length + cache.length;
  const records = new Map(usage.cache.map((record) => [record.id, record]));
  const gone = new Set<string>();
  /** Each piece of work makes one row. */
  const work = [
    ...youngestFirst(usage, tags, ({ image }) => image).map(({ reference, image }) => ({
      name: reference,
      act: () => removeTag(docker, { reference, image, force, usedBy: usedBy.get(image) ?? [] }),
    })),
    ...youngestFirst(usage, images, (image) => image).map((image) => ({
      name: shortId(image),
      act: () => removeUntagged(docker, { image, force, usedBy: usedBy.get(image) ?? [] }),
    })),
    ...leavesFirst(usage, cache).map((id) => ({
      name: records.get(id)?.name ?? id,
      act: async () => {
        // Engines from 23 on take an id for a part of one: only whole ones, which were measured, are given to them.
        if (!records.has(id)) return refused(say('diskFailures.notMeasured'));
        const result = await removeRecord(docker, id);
        if (result.kind === 'removed') gone.add(id);
        return result;
      },
    })),
  ];
  for (const { name, act } of work) {
    if (signal.aborted) break;
    report({ current: rows.length, total, what: name });
    const result = await act().catch((error: unknown) =>
      refusal(error, say('imageFailures.remove', { name })),
    );
    rows.push({ name, result });
  }

  // Which images are gone is asked, not guessed: the last name takes the image with it, or doesn't.
  const left = imageRows.parse(
    await docker.listImages({ all: true }).catch(refuse({ title: say('diskFailures.freedUnknown') })),
  );
  const still = new Set(left.map(({ Id }) => Id));
  const goneImages = new Set(usage.images.map(({ id }) => id).filter((id) => !still.has(id)));
  const chosen = new Set([...tags.map(({ image }) => image), ...images]);
  const going = { images: new Set([...goneImages].filter((id) => chosen.has(id))), cache: gone };
  return {
    rows: rows.map((row) =>
      row.result.kind === 'untagged' && !still.has(row.result.image)
        ? { ...row, result: { kind: 'removed' } }
        : row,
    ),
    freed: freeing(usage, going).bytes,
    cancelled: rows.length < work.length,
  };
}

type Result = CleanUpRow['result'];

const refused = (why: string): Result => ({ kind: 'refused', why });

function refusal(error: unknown, title: string): Result {
  const { detail, remedy } = engineFailure(error, { title });
  return refused(remedy === undefined ? detail : `${detail} ${remedy}`);
}

const some = (names: readonly string[]): string =>
  names.length > 3
    ? say('imageFailures.andMore', { names: names.slice(0, 3).join(', '), count: names.length - 3 })
    : names.join(', ');

const inUse = (names: readonly string[]): string =>
  say('imageFailures.inUse.detail', { count: names.length, names: some(names) });

type Removing = { readonly image: string; readonly force: boolean; readonly usedBy: readonly string[] };

async function removeTag(
  docker: Docker,
  { reference, image, force, usedBy }: Removing & { readonly reference: string },
): Promise<Result> {
  const now = await docker
    .getImage(reference)
    .inspect()
    .then((answer) => imageAnswer.parse(answer))
    .catch(nullIfGone);
  if (!now) return refused(say('diskFailures.wasGone'));
  if (now.Id !== image) return refused(say('diskFailures.pointsElsewhere', { id: shortId(now.Id) }));
  if (usedBy.length > 0 && !force) return refused(inUse(usedBy));
  const others = namesOf(now.RepoTags).filter((name) => name !== reference);
  await remove(docker, reference, force);
  if (others.length > 0)
    return { kind: 'untagged', image, why: say('diskFailures.isAlso', { names: some(others) }) };
  try {
    return await removeRest(docker, image, force);
  } catch (error) {
    const { code, detail } = engineFailure(error, { title: '' });
    // Its name went all the same.
    if (code === 'conflict')
      return { kind: 'untagged', image, why: usedBy.length > 0 ? inUse(usedBy) : detail };
    throw error;
  }
}

async function removeUntagged(docker: Docker, { image, force, usedBy }: Removing): Promise<Result> {
  const now = await find(docker, image);
  if (!now) return refused(say('diskFailures.wasGone'));
  if (namesOf(now.RepoTags).length > 0) return refused(say('diskFailures.taggedSince'));
  if (usedBy.length > 0 && !force) return refused(inUse(usedBy));
  return removeRest(docker, image, force);
}

/** Ends an image that has no tag. @throws what the engine says when it keeps it, for an image built upon it for instance */
async function removeRest(docker: Docker, image: string, force: boolean): Promise<Result> {
  const left = await find(docker, image);
  // Names by a registry's digest would keep an image that nobody finds by name any more.
  for (const digest of left?.RepoDigests.filter((name) => !name.startsWith('<none>')) ?? [])
    await remove(docker, digest, force).catch(nullIfGone);
  if (await find(docker, image)) await remove(docker, image, force);
  return { kind: 'removed' };
}

const find = (docker: Docker, image: string) =>
  docker
    .getImage(image)
    .inspect()
    .then((answer) => imageAnswer.parse(answer))
    .catch(nullIfGone);

async function remove(docker: Docker, name: string, force: boolean): Promise<void> {
  deleteAnswer.parse(await docker.getImage(name).remove({ force }));
}

function nullIfGone(error: unknown): null {
  if (engineFailure(error, { title: '' }).code === 'not-found') return null;
  throw error;
}

/** By its id alone, so that nothing goes which wasn't shown. The engine takes one id at a time. */
async function removeRecord(docker: Docker, id: string): Promise<Result> {
  const answer = pruneAnswer.parse(
    await ask(docker, { path: '/build/prune', method: 'POST', query: { all: true, filters: { id: [id] } } }),
  );
  if (answer.CachesDeleted.includes(id)) return { kind: 'removed' };
  return refused(say('diskFailures.recordKept'));
}

/** The engine keeps an image as long as one stands that was built upon it. */
function youngestFirst<T>(usage: DiskUsage, items: readonly T[], imageOf: (item: T) => string): readonly T[] {
  const created = new Map(usage.images.map((image) => [image.id, image.created]));
  return items.toSorted((a, b) => (created.get(imageOf(b)) ?? 0) - (created.get(imageOf(a)) ?? 0));
}

/** Each record before those that it builds on. What goes in circles, as no honest answer does, comes last. */
function leavesFirst({ cache }: DiskUsage, chosen: readonly string[]): readonly string[] {
  const parents = new Map(cache.map((record) => [record.id, record.parents]));
  const builtUpon = new Map<string, number>();
  for (const id of chosen)
    for (const parent of parents.get(id) ?? []) builtUpon.set(parent, (builtUpon.get(parent) ?? 0) + 1);
  const waiting = new Set(chosen);
  const ready = chosen.filter((id) => !builtUpon.has(id));
  const order: string[] = [];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    waiting.delete(id);
    for (const parent of parents.get(id) ?? []) {
      const left = (builtUpon.get(parent) ?? 1) - 1;
      builtUpon.set(parent, left);
      if (left === 0 && waiting.has(parent)) ready.push(parent);
    }
  }
  return [...order, ...waiting];
}
