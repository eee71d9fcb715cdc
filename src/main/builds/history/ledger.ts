/** All past builds by what the list needs, in memory and on disk; how much they take, and that they keep within the limit. */
import { FailureError } from '../../../shared/failure.js';
import type { HistoryUsage, PastBuild } from '../../../shared/contract/history.js';
import { say } from '../../../shared/words/index.js';
import { surplus } from './prune.js';
import type { HistoryStore } from './store.js';

export type Ledger = {
  /** Newest first; of one folder, or of all. */
  readonly list: (folder?: string) => Promise<readonly PastBuild[]>;
  /** @throws FailureError `not-found` */
  readonly find: (id: string) => Promise<PastBuild>;
  /** Adds or replaces one. */
  readonly put: (build: PastBuild) => Promise<void>;
  /** Looks how much a build takes now, and lets go of what is too much. */
  readonly weigh: (build: PastBuild) => Promise<void>;
  /** Forgets one that was set aside. */
  readonly forget: (build: PastBuild) => Promise<void>;
  /** Lets go of what is beyond the limit. */
  readonly prune: () => Promise<void>;
  /** @throws FailureError `not-found`, or `conflict` for one that runs */
  readonly remove: (id: string) => Promise<void>;
  /** Removes all but what runs, and what was set aside. */
  readonly clear: () => Promise<void>;
  readonly usage: () => Promise<HistoryUsage>;
};

export type LedgerParts = {
  readonly store: HistoryStore;
  /** In bytes, as it is set now. */
  readonly limit: () => number;
  /** Told the folder whose builds are new; null for several. */
  readonly onChanged: (folder: string | null) => void;
};

type Entry = { readonly build: PastBuild; readonly bytes: number };

/** A build that is found running was cut off: whoever ran it has ended. */
export function openLedger({ store, limit, onChanged }: LedgerParts): Ledger {
  let opening: Promise<Map<string, Entry>> | undefined;
  const opened = (): Promise<Map<string, Entry>> => (opening ??= scan());

  const scan = async (): Promise<Map<string, Entry>> => {
    const entries = new Map<string, Entry>();
    for (const { build, bytes } of await store.scan()) {
      const isCut = build.outcome === 'running';
      const known = isCut ? { ...build, outcome: 'interrupted' as const } : build;
      if (isCut) await store.writeBuild(known);
      entries.set(build.id, { build: known, bytes });
    }
    return entries;
  };

  const drop = async (entries: Map<string, Entry>, ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const entry = entries.get(id);
      entries.delete(id);
      if (entry) await store.remove(entry.build);
    }
  };

  const prune = async (): Promise<void> => {
    const entries = await opened();
    const gone = surplus(
      [...entries.values()].map(({ build, bytes }) => ({ ...build, bytes })),
      limit(),
    );
    if (gone.length === 0) return;
    await drop(entries, gone);
    onChanged(null);
  };

  const find = async (id: string): Promise<PastBuild> => {
    const entry = (await opened()).get(id);
    if (entry) return entry.build;
    throw notKept();
  };

  return {
    async list(folder) {
      const builds = [...(await opened()).values()].map(({ build }) => build);
      return builds
        .filter((build) => folder === undefined || build.folder === folder)
        .toSorted((one, other) => other.startedAt - one.startedAt);
    },
    find,
    async put(build) {
      const entries = await opened();
      entries.set(build.id, { build, bytes: entries.get(build.id)?.bytes ?? 0 });
      onChanged(build.folder);
      await store.writeBuild(build);
    },
    async weigh({ id, folder }) {
      const bytes = await store.size({ id, folder });
      const entries = await opened();
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, bytes });
      await prune();
    },
    async forget({ id, folder }) {
      (await opened()).delete(id);
      onChanged(folder);
    },
    prune,
    async remove(id) {
      const build = await find(id);
      if (build.outcome === 'running') {
        throw new FailureError({
          code: 'conflict',
          title: say('buildFailures.stillRuns'),
          detail: say('buildFailures.stillRuns.detail'),
          remedy: say('buildFailures.stillRuns.remedy'),
        });
      }
      await drop(await opened(), [id]);
      onChanged(build.folder);
    },
    async clear() {
      const entries = await opened();
      const ended = [...entries.values()].filter(({ build }) => build.outcome !== 'running');
      await drop(
        entries,
        ended.map(({ build }) => build.id),
      );
      await store.removeDamaged();
      onChanged(null);
    },
    async usage() {
      const entries = [...(await opened()).values()];
      const damaged = await store.damaged();
      return {
        bytes: entries.reduce((sum, { bytes }) => sum + bytes, damaged.bytes),
        limit: limit(),
        builds: entries.length,
        damaged: damaged.count,
      };
    },
  };
}

export const notKept = (): FailureError =>
  new FailureError({
    code: 'not-found',
    title: say('buildFailures.notKept'),
    detail: say('buildFailures.notKept.detail'),
    remedy: say('buildFailures.notKept.remedy'),
  });
