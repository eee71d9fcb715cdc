/** Past builds: each kept with all that tells later why the next one was faster, slower or other. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Handler } from '../../../shared/contract/define.js';
import type { history, PastBuild, PastBuildRecord } from '../../../shared/contract/history.js';
import { tryReference } from '../../../shared/reference.js';
import { within, type EngineService } from '../../engine/index.js';
import type { OnDamaged } from '../../files/index.js';
import type { BuildObserver } from '../observer.js';
import { compareBuilds, type Kept } from './compare.js';
import { createKeeper } from './keeper.js';
import { notKept, openLedger } from './ledger.js';
import { openHistoryStore } from './store.js';

type Calls = Omit<typeof history, 'changed'>;

export type HistoryParts = {
  /** Strata's own folder; past builds lie in `builds` there. */
  readonly home: string;
  /** How much they may take, in bytes, as it is set now. */
  readonly limit: () => number;
  /** Told the folder whose builds are new; null for several. */
  readonly onChanged: (folder: string | null) => void;
  readonly onDamaged: OnDamaged;
  readonly log: (message: string, error: unknown) => void;
};

export type BuildHistory = {
  readonly calls: { readonly [K in keyof Calls]: Handler<Calls[K]> };
  /** Follows the builds of one engine. */
  readonly observerAt: (engine: Pick<EngineService, 'docker'>) => BuildObserver;
  /** Resolves when all that is known of builds that have ended is on disk. */
  readonly settled: () => Promise<void>;
  /** Lets go of what is beyond the limit. */
  readonly prune: () => Promise<void>;
  /** Reads no more files, and resolves when all that is known is on disk. */
  readonly stop: () => Promise<void>;
};

/** Points of a trend. */
const MOST_POINTS = 50;

/** An engine that doesn't answer keeps nobody from the list of builds. */
const IMAGE_LIMIT_MS = 5_000;

const inspected = z.object({
  Id: z.string().max(256),
  Size: z.number().nonnegative().nullable().catch(null),
});
type Inspected = z.infer<typeof inspected>;

/** One for all engines: past builds are in memory, too. */
export function createBuildHistory({ home, limit, onChanged, onDamaged, log }: HistoryParts): BuildHistory {
  const store = openHistoryStore(join(home, 'builds'), onDamaged);
  const ledger = openLedger({ store, limit, onChanged });
  const keeper = createKeeper({
    store,
    ledger,
    log,
    latestFiles: async ({ folder, startedAt }) => {
      const before = (await ledger.list(folder)).find(
        (build) => build.startedAt < startedAt && build.outcome === 'done',
      );
      return before ? store.readFiles(before) : null;
    },
  });

  const recordOf = async (build: PastBuild): Promise<PastBuildRecord> => {
    const body = keeper.running(build.id) ?? (await store.readBody(build));
    if (body) return { ...build, ...body };
    // Set aside by now, or never written.
    await ledger.forget(build);
    throw notKept();
  };
  const keptOf = async (build: PastBuild): Promise<Kept> => {
    await keeper.settled(build.id);
    return { record: await recordOf(await ledger.find(build.id)), files: await store.readFiles(build) };
  };
  /** The latest build before `build` of the same Dockerfile and target that came to an end of its own. */
  const beforeIt = async (build: PastBuild): Promise<PastBuild | undefined> =>
    (await ledger.list(build.folder)).find(
      ({ startedAt, dockerfile, target, outcome, steps }) =>
        startedAt < build.startedAt &&
        dockerfile === build.dockerfile &&
        target === build.target &&
        (outcome === 'done' || (outcome === 'failed' && steps > 0)),
    );

  return {
    calls: {
      async list({ folder }) {
        await keeper.ended();
        return ledger.list(folder);
      },
      async record({ id }) {
        await keeper.ended();
        return recordOf(await ledger.find(id));
      },
      async log({ id, step, from, count }) {
        const build = await ledger.find(id);
        await keeper.settled(id);
        const kept = await store.readLog(build, step);
        if (!kept) return { lines: [], total: 0, dropped: 0 };
        const { lines, dropped } = kept;
        return { lines: lines.slice(from, from + count), total: lines.length, dropped };
      },
      async compare({ id, before }) {
        const after = await ledger.find(id);
        const other = before === undefined ? await beforeIt(after) : await ledger.find(before);
        return other ? compareBuilds(await keptOf(other), await keptOf(after)) : null;
      },
      async trend({ folder }) {
        await keeper.ended();
        const ended = (await ledger.list(folder)).filter(({ outcome }) => outcome !== 'running');
        return ended
          .slice(0, MOST_POINTS)
          .toReversed()
          .map(({ id, startedAt, endedAt, outcome, steps, cached, imageName, imageSize }) => ({
            id,
            startedAt,
            endedAt,
            outcome,
            steps,
            cached,
            imageName,
            imageSize,
          }));
      },
      async remove({ id }) {
        await keeper.settled(id);
        await ledger.remove(id);
      },
      async clear() {
        await keeper.stop();
        await ledger.clear();
      },
      usage: () => ledger.usage(),
    },
    observerAt: (engine) => (options, job) =>
      keeper.follow(options, job, {
        id: async (name) => (tryReference(name).ok ? ((await inspect(engine, name))?.Id ?? null) : null),
        size: async (id) => (await inspect(engine, id))?.Size ?? null,
      }),
    settled: () => keeper.settled(),
    prune: ledger.prune,
    stop: keeper.stop,
  };
}

async function inspect(engine: Pick<EngineService, 'docker'>, image: string): Promise<Inspected | null> {
  const asked = Promise.resolve().then(() => engine.docker().getImage(image).inspect());
  const answer: unknown = await within(asked, IMAGE_LIMIT_MS).catch(() => null);
  return inspected.safeParse(answer).data ?? null;
}
