/** Keeps the list of images current from the engine's events, and tells only what changed. */
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import type { EngineEvent, EngineService } from '../engine/index.js';
import { afterBursts } from './burst.js';
import { createKnownImages } from './known-images.js';
import { listImages } from './list.js';
import { lookAt } from './look.js';
import { usesOf } from './uses.js';

/** Engines sometimes can't list images while some are being removed: the list is asked for again after so long. */
const AGAIN_MS = 500;
/** A list that takes longer is asked for later; the images that events name are looked at by themselves first. */
const QUICK_LIST_MS = 60;
/** More of them than this at once, and the whole list is quicker. */
const MOST_LOOKED_AT = 16;

const AT_ONCE = { quiet: 20, longest: 120 };
const LATER = { quiet: 500, longest: 3_000 };

/** Events after which one image is other than it was, and nothing else but who held its names. */
const OF_ONE_IMAGE: readonly string[] = ['tag', 'untag', 'delete', 'pull', 'import', 'load'];
/** Events after which other containers are there. “remove” is Podman's. */
const OF_CONTAINERS: readonly string[] = ['create', 'destroy', 'remove', 'rename', 'prune'];

export type ImageWatch = {
  /** The list as it is kept, or, while it isn't known to be current, a new one. @throws FailureError */
  readonly list: () => Promise<readonly ImageSummary[]>;
  readonly stop: () => void;
};

/** `onError` hears of what is a bug; a list that could not be had is asked for again. */
export function watchImages(
  engine: EngineService,
  emit: (change: ImagesChange) => void,
  onError: (error: unknown) => void = () => undefined,
): ImageWatch {
  const known = createKnownImages();
  let running: Promise<void> | null = null;
  let isFilled = false;
  let usesAreStale = true;
  let ended = false;
  let lastListMs = 0;
  /** Named by events, not looked at yet. */
  const named = new Set<string>();
  /** Looked at since the list that is under way was asked for: that one may still tell the older state. */
  const newer = new Set<string>();

  const tell = (): void => {
    const change = known.changes();
    if (!ended && (change.upserted.length > 0 || change.removed.length > 0)) emit(change);
  };

  const ask = async (): Promise<void> => {
    newer.clear();
    lists.seen();
    const asked = performance.now();
    const [rows, uses] = await Promise.all([
      listImages(engine).finally(() => (lastListMs = performance.now() - asked)),
      usesAreStale ? usesOf(engine).catch(orNull) : undefined,
    ]);
    known.replace(rows, newer);
    if (uses !== undefined) known.use(uses);
    usesAreStale = false;
    isFilled = true;
    tell();
  };
  const refresh = (): Promise<void> => (running ??= ask().finally(() => (running = null)));

  /** Null, or after how long to try again. */
  const guarded = async (work: () => Promise<void>): Promise<number | null> => {
    try {
      await work();
    } catch (error) {
      // An engine that is gone is told by its status; when it is back, it says so.
      if (!(error instanceof FailureError)) onError(error);
      else if (engine.status().state === 'connected') return AGAIN_MS;
    }
    return null;
  };

  const isSlow = (): boolean => lastListMs > QUICK_LIST_MS;
  const lists = afterBursts(
    () => (isSlow() ? LATER : AT_ONCE),
    () =>
      guarded(async () => {
        // One that was asked for before the event doesn't count.
        if (running) await running.catch(() => undefined);
        await refresh();
      }),
  );
  const looks = afterBursts(
    () => AT_ONCE,
    () =>
      guarded(async () => {
        const ids = [...named];
        named.clear();
        if (!isFilled || ids.length > MOST_LOOKED_AT) return;
        for (const id of await lookAt(engine, known, ids)) newer.add(id);
        tell();
      }),
  );
  const uses = afterBursts(
    () => AT_ONCE,
    () =>
      guarded(async () => {
        known.use(await usesOf(engine).catch(orNull));
        tell();
      }),
  );

  const onEvent = ({ type, action, id }: EngineEvent): void => {
    if (type === 'container') {
      if (OF_CONTAINERS.includes(action)) uses.note();
      return;
    }
    if (type === 'resync') usesAreStale = true;
    // The window waits for the first one, and no burst comes before it.
    if (type === 'resync' && !isFilled && !running) return void refresh().catch(() => lists.note());
    lists.note();
    if (!isSlow() || type !== 'image' || id === '' || !OF_ONE_IMAGE.includes(action)) return;
    named.add(id);
    looks.note();
  };

  const goOn = (error: unknown): never => {
    lists.note();
    throw error;
  };

  const leave = engine.onEvent(onEvent);
  return {
    async list() {
      // Before there is a connection nothing tells of what happens after the list was asked for.
      if (engine.status().state === 'connecting') await engine.reconnect();
      const isCurrent = isFilled && !lists.waits() && engine.status().state === 'connected';
      if (running || !isCurrent) await refresh().catch(goOn);
      return known.all();
    },
    stop() {
      ended = true;
      leave();
      for (const { end } of [lists, looks, uses]) end();
    },
  };
}

function orNull(error: unknown): null {
  if (error instanceof FailureError) return null;
  throw error;
}
