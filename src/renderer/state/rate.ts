/** How fast bytes travel and how long the rest will take, from what was seen in the last seconds. Pure. */

type Sample = { readonly at: number; readonly bytes: number };

/** What lies further back than this, in ms, no longer counts. */
const WINDOW = 5_000;
/** Under this much time, in ms, a rate would only be noise. */
const SETTLE = 800;

export type Rate = {
  /** Bytes a second; null until enough was seen. */
  readonly perSecond: number | null;
  /** Milliseconds; null while nothing moves. */
  readonly left: number | null;
};

/** Gathers samples of one transfer and tells its rate. */
export class RateMeter {
  #samples: Sample[] = [];

  /** `bytes` moved so far at `at` (ms since 1970). Fewer bytes than before start the meter over. */
  add(bytes: number, at: number): void {
    const last = this.#samples.at(-1);
    if (last && bytes < last.bytes) this.#samples = [];
    this.#samples.push({ at, bytes });
    // One sample older than the window stays, as the point to measure from.
    const first = this.#samples.findIndex((sample) => at - sample.at <= WINDOW);
    this.#samples = this.#samples.slice(Math.max(0, first - 1));
  }

  /** The rate at `now`, and the time that `remaining` bytes will take at it. */
  rate(remaining: number, now: number): Rate {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || now - first.at < SETTLE) return { perSecond: null, left: null };
    const perSecond = ((last.bytes - first.bytes) * 1_000) / (now - first.at);
    return { perSecond, left: perSecond > 0 ? (remaining * 1_000) / perSecond : null };
  }
}
