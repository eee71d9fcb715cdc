/** The time now, for durations that tick on screen. Runs only while something on screen reads it. */
import { createSubscriber } from 'svelte/reactivity';

/** How often what shows a running time is painted anew, in ms. */
const TICK = 250;

export class Clock {
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, TICK);
    return () => clearInterval(timer);
  });

  /** Milliseconds since 1970; in a template or `$derived` it ticks. */
  get now(): number {
    this.#subscribe();
    return Date.now();
  }
}

/** One clock for the window, so that everything ticks together. */
export const clock = new Clock();
