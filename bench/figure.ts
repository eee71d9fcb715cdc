/** What a figure is, and how it is timed: Strata and its peer in turn, in the same run, compared by their medians. */

export type Result = {
  readonly name: string;
  /** Medians, in `unit`. */
  readonly ours: number;
  /** Null where the limit is absolute. */
  readonly peer: number | null;
  /** `ours / peer`; null where the limit is absolute. */
  readonly ratio: number | null;
  /** The most that the ratio may be, or, without a peer, `ours`. */
  readonly limit: number;
  readonly unit: string;
  /** How often each was timed. */
  readonly runs: number;
  /** What else was measured on the way. */
  readonly note?: string;
};

/** One file per figure exports one of these as `figure`. */
export type Figure = {
  readonly name: string;
  readonly measure: () => Promise<readonly Result[]>;
};

export const isWithin = ({ ours, ratio, limit }: Result): boolean => (ratio ?? ours) <= limit;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]];
  return (low + high) / 2;
}

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The result of timing both, each as often. */
export function compared(
  name: string,
  limit: number,
  ours: readonly number[],
  peer: readonly number[],
  note?: string,
): Result {
  const [mine, theirs] = [median(ours), median(peer)];
  return {
    name,
    ours: mine,
    peer: theirs,
    ratio: mine / theirs,
    limit,
    unit: 'ms',
    runs: ours.length,
    ...(note === undefined ? {} : { note }),
  };
}

/** The result of timing what has a limit of its own. */
export const absolute = (
  name: string,
  limit: number,
  unit: string,
  ours: readonly number[],
  note?: string,
): Result => ({
  name,
  ours: median(ours),
  peer: null,
  ratio: null,
  limit,
  unit,
  runs: ours.length,
  ...(note === undefined ? {} : { note }),
});
