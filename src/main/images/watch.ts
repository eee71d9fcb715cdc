/** Keeps the list of images current from the engine's events, and tells only what changed. */
import type { ImagesChange, ImageSummary } from '../../shared/contract/images.js';
import { FailureError } from '../../shared/failure.js';
import type { EngineService } from '../engine/index.js';
import { listImages } from './list.js';

/** A burst of events becomes one request, this long after its first, in ms. */
const GATHER_MS = 25;

/** The answer ends it. `onError` hears of a list that could not be had; the next event tries again. */
export function watchImages(
  engine: EngineService,
  emit: (change: ImagesChange) => void,
  onError: (error: unknown) => void = () => undefined,
): () => void {
  let known: ReadonlyMap<string, ImageSummary> = new Map();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;

  const refresh = async (): Promise<void> => {
    const rows = await listImages(engine);
    const current = new Map(rows.map((row) => [row.id, row]));
    const change = difference(known, current);
    known = current;
    if (change.upserted.length > 0 || change.removed.length > 0) emit(change);
  };

  const soon = (): void => {
    if (busy) {
      again = true;
      return;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      busy = true;
      refresh()
        // An engine that is gone is told by its status; there is no list to tell of.
        .catch((error: unknown) => error instanceof FailureError || onError(error))
        .finally(() => {
          busy = false;
          if (again) soon();
          again = false;
        });
    }, GATHER_MS);
  };

  const leave = engine.onEvent(soon);
  return () => {
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
