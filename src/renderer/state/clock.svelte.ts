/** The time now, for durations that tick on screen. Runs only while something on screen reads it. */
import { createSubscriber } from 'svelte/reactivity';

export class Clock {
  readonly #subscribe: () => void;

  /** `tick`: how often what shows the time is painted anew, in ms. */
  constructor(tick: number) {
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(update, tick);
      return () => clearInterval(timer);
    });
  }

  /** Milliseconds since 1970; in a template or `$derived` it ticks. */
  get now(): number {
    this.#subscribe();
    return Date.now();
  }
}

/** One clock for the window, so that everything ticks together. */
export const clock = new Clock(250);

/** For ages, which a minute makes no older to the eye. */
export const slowClock = new Clock(30_000);
