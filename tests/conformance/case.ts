/** What a runner of others' test vectors answers. */
export type Conformance = {
  readonly name: string;
  readonly passed: number;
  readonly total: number;
  /** One line a failed case. */
  readonly failures: readonly string[];
};

/** Takes the folder of the vectors. */
export type ConformanceRun = (vectors: string) => Promise<Conformance | readonly Conformance[]>;

/** Counts `cases` by what `check` says of each: null for passed, else what was wrong. A throw is a failure of that case. */
export async function count<T>(
  name: string,
  cases: readonly T[],
  check: (one: T) => string | null | Promise<string | null>,
): Promise<Conformance> {
  const failures: string[] = [];
  for (const one of cases) {
    try {
      const wrong = await check(one);
      if (wrong !== null) failures.push(wrong);
    } catch (error) {
      failures.push(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return { name, passed: cases.length - failures.length, total: cases.length, failures };
}
