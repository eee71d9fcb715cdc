/**
 * Whether to ask the system for files directly or through another thread. While it answers from memory, another thread
 * takes longer than the answer; when it has to look on a disk or over a network, asking directly would hold all else up.
 */
import { setImmediate } from 'node:timers/promises';

export type Pace = {
  readonly isQuick: () => boolean;
  /** Tells how long `count` answers took, in ms. */
  readonly took: (count: number, ms: number) => void;
  /** Lets everything else have its turn when it is due. */
  readonly rest: () => Promise<void>;
};

/** What an answer from memory takes at most, in ms, on a machine that does much else. */
const QUICK_MS = 0.2;
/** As many answers are looked at together: a single one may have had to wait for the processor. */
const GROUP = 16;
const SLOW_GROUPS = 2;
/** How long work goes on before anything else gets its turn. */
const TURN_MS = 8;

/** @param isQuick what is known before the first answer */
export function createPace(isQuick: boolean): Pace {
  let answers = 0;
  let spent = 0;
  let slow = 0;
  let turn = performance.now();
  return {
    isQuick: () => isQuick,
    took(count, ms) {
      answers += count;
      spent += ms;
      if (answers < GROUP) return;
      slow = spent / answers < QUICK_MS ? 0 : slow + 1;
      isQuick = slow === 0 || (isQuick && slow < SLOW_GROUPS);
      answers = 0;
      spent = 0;
    },
    async rest() {
      if (performance.now() - turn < TURN_MS) return;
      await setImmediate();
      turn = performance.now();
    },
  };
}
