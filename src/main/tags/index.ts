/** Tags: movable pointers to images, pointed elsewhere on demand, and the moves of all of them as they are seen. */
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { Handler } from '../../shared/contract/define.js';
import type { ImagesChange } from '../../shared/contract/images.js';
import type { MoveCause, tags, TagMove } from '../../shared/contract/tags.js';
import { familiarName, tryReference, withDefaultTag } from '../../shared/reference.js';
import type { EngineService } from '../engine/index.js';
import type { KeptMove } from './ledger.js';
import type { TagMemory } from './memory.js';
import { createPointers, type Pointing } from './pointers.js';
import { add, move, remove, rename } from './pointing.js';
import { listTags } from './tag-list.js';

export { openTagMemory } from './memory.js';

type Calls = typeof tags;
type Answers = {
  readonly [K in 'list' | 'add' | 'move' | 'rename' | 'remove' | 'history' | 'clear']: Handler<Calls[K]>;
};

type Parts = {
  readonly engine: EngineService;
  /** One for all engines. */
  readonly memory: TagMemory;
  readonly onMoved: (moves: readonly TagMove[]) => void;
  readonly log: (message: string, error: unknown) => void;
};

export type TagService = {
  readonly calls: Answers;
  /** Takes in each change of the list of images; the first holds all of them. */
  readonly follow: (change: ImagesChange) => void;
  /** Follows builds of this app, to tell them from tags given elsewhere. */
  readonly observer: (options: Pick<BuildOptions, 'imageName' | 'extraTags'>) => {
    readonly report: () => void;
    readonly ended: () => void;
  };
  readonly stop: () => void;
};

/** So many moves are told of at once. */
const MOST_TOLD = 500;

export function createTags({ engine, memory, onMoved, log }: Parts): TagService {
  const { ledger } = memory;
  const pointers = createPointers();
  const address = (): string => engine.status().endpoint.address;
  const causes = () => memory.causesAt(address());
  const leave = engine.onEvent((event) => causes().onEvent(event));

  const ofThisEngine = async (): Promise<readonly KeptMove[]> => {
    const here = address();
    return (await ledger.moves()).filter((each) => each.engine === here);
  };

  const record = async (seen: readonly (Pointing & { readonly by: MoveCause })[]): Promise<void> => {
    if (seen.length === 0) return;
    const at = Date.now();
    const moves = seen.map(({ reference, from, to, by }) => ({ reference, from, to, at, by }));
    const here = address();
    await ledger.add(moves.map((each) => ({ engine: here, ...each })));
    onMoved(moves.slice(-MOST_TOLD));
  };

  /** What is other than it was when Strata looked last has moved meanwhile. */
  const compare = async (now: ReadonlyMap<string, string>): Promise<void> => {
    const last = new Map((await ofThisEngine()).map(({ reference, to }) => [reference, to]));
    await record(
      [...last].flatMap(([reference, from]) => {
        const to = now.get(reference) ?? null;
        return from === to ? [] : [{ reference, from, to, by: 'unseen' as const }];
      }),
    );
  };

  // Strata's own work is noted before and after: it may be seen at any time in between, or a little later.
  const noting = async <T>(references: readonly string[], cause: MoveCause, work: () => Promise<T>) => {
    const note = (): void => {
      for (const name of references) {
        const reference = tryReference(name);
        if (reference.ok) causes().note(familiarName(withDefaultTag(reference.value)), cause);
      }
    };
    note();
    try {
      return await work();
    } finally {
      note();
    }
  };

  return {
    calls: {
      clear: memory.clear,
      list: async ({ image }) => listTags(engine, image, await ofThisEngine()),
      add: ({ image, reference }) =>
        noting([reference], 'strata', async () => ({ reference: await add(engine, image, reference) })),
      move: (input) => noting([input.reference], 'strata', () => move(engine, input)),
      rename: (input) => noting([input.reference, input.to], 'strata', () => rename(engine, input)),
      remove: ({ image, reference }) => noting([reference], 'strata', () => remove(engine, image, reference)),
      async history({ image }) {
        const all = await ofThisEngine();
        const names = new Set(
          all.filter(({ from, to }) => from === image || to === image).map(({ reference }) => reference),
        );
        const moves = all
          .filter(({ reference }) => names.has(reference))
          .slice(-MOST_TOLD)
          .reverse()
          .map(({ engine: _engine, ...each }) => each);
        return { moves, setAside: await ledger.setAside() };
      },
    },
    follow(change) {
      const isFirst = pointers.all() === null;
      const moved = pointers.apply(change).map((each) => ({ ...each, by: causes().of(each) }));
      const now = pointers.all();
      const seen = isFirst && now !== null ? compare(new Map(now)) : record(moved);
      seen.catch((error: unknown) => log('moves of tags are not kept', error));
    },
    observer({ imageName, extraTags }) {
      let end: () => void = () => undefined;
      const ended = new Promise<void>((done) => (end = done));
      const names = [imageName, ...extraTags];
      noting(names, 'build', () => ended).catch((error: unknown) =>
        log('a build’s tags are not known', error),
      );
      return { report: () => undefined, ended: () => end() };
    },
    stop: leave,
  };
}
