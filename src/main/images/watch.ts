/** Keeps the list of images current from the engine's events, and tells only what changed. */
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import type { EngineService } from '../engine/index.js';
import { listImages } from './list.js';

/** A burst is over when nothing came for so long, in ms. */
const QUIET_MS = 20;
/** So long after its first event even an endless burst is looked at. */
const LONGEST_WAIT_MS = 120;
/** Engines sometimes can't list images while some are being removed: the list is asked for again after so long. */
const AGAIN_MS = 500;

/** The answer ends it. `onError` hears of what is a bug; a list that could not be had is asked for again. */
export function watchImages(
  engine: EngineService,
  emit: (change: ImagesChange) => void,
  onError: (error: unknown) => void = () => undefined,
): () => void {
  let known: ReadonlyMap<string, ImageSummary> = new Map();
  let timer: NodeJS.Timeout | undefined;
  /** When the first of the events came that the list doesn't show yet; null when there is none. */
  let waitingSince: number | null = null;
  let busy = false;
  let ended = false;

  const refresh = async (): Promise<void> => {
    const rows = await listImages(engine);
    if (ended) return;
    const current = new Map(rows.map((row) => [row.id, row]));
    const change = difference(known, current);
    known = current;
    if (change.upserted.length > 0 || change.removed.length > 0) emit(change);
  };

  const run = async (): Promise<void> => {
    waitingSince = null;
    busy = true;
    let pause = QUIET_MS;
    try {
      await refresh();
    } catch (error) {
      if (!(error instanceof FailureError)) onError(error);
      else if (engine.status().state === 'connected') {
        waitingSince ??= Date.now();
        pause = AGAIN_MS;
      }
      // An engine that is gone is told by its status; when it is back, it says so.
    }
    busy = false;
    if (waitingSince !== null) schedule(pause);
  };

  const schedule = (pause: number): void => {
    clearTimeout(timer);
    if (ended) return;
    timer = setTimeout(() => void run(), pause);
  };

  const onEvent = (): void => {
    const now = Date.now();
    waitingSince ??= now;
    if (!busy) schedule(Math.max(0, Math.min(QUIET_MS, waitingSince + LONGEST_WAIT_MS - now)));
  };

  const leave = engine.onEvent(onEvent);
  return () => {
    ended = true;
    leave();
    clearTimeout(timer);
  };
}

function difference(
  before: ReadonlyMap<string, ImageSummary>,
  after: ReadonlyMap<string, ImageSummary>,
): ImagesChange {
  return {
    upserted: [...after.values()].filter((row) => JSON.stringify(row) !== JSON.stringify(before.get(row.id))),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}
