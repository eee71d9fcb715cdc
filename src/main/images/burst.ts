/** Work that follows bursts of events: once a burst is over, one run at a time, and once more for what came meanwhile. */

export type BurstTimes = {
  /** A burst is over when nothing came for so long, in ms. */
  readonly quiet: number;
  /** So long after its first event even an endless burst is looked at, in ms. */
  readonly longest: number;
};

export type Burst = {
  /** Something happened that the work is to see. */
  readonly note: () => void;
  /** Whether something happened that nobody has begun to look at. */
  readonly waits: () => boolean;
  /** Somebody else has just begun to look at all that happened so far. */
  readonly seen: () => void;
  readonly end: () => void;
};

/** `work` answers after how many ms it wants to run again without another event, null for not at all; it never throws. */
export function afterBursts(times: () => BurstTimes, work: () => Promise<number | null>): Burst {
  let timer: NodeJS.Timeout | undefined;
  /** When the first of the events came that the work has not seen; null when there is none. */
  let waitingSince: number | null = null;
  let busy = false;
  let ended = false;

  const schedule = (pause: number): void => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void run(), pause);
  };
  const run = async (): Promise<void> => {
    waitingSince = null;
    busy = true;
    const again = await work();
    busy = false;
    if (again !== null) waitingSince ??= Date.now();
    if (waitingSince !== null) schedule(again ?? times().quiet);
  };

  return {
    note() {
      const now = Date.now();
      waitingSince ??= now;
      const { quiet, longest } = times();
      if (!busy) schedule(Math.max(0, Math.min(quiet, waitingSince + longest - now)));
    },
    waits: () => waitingSince !== null,
    seen() {
      waitingSince = null;
      clearTimeout(timer);
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
