/** Versions as Strata's releases have them: `1.2.3`, and `1.2.3-beta.4`, which comes before `1.2.3`. Nothing else is one. */

export type Version = {
  readonly numbers: readonly [major: number, minor: number, patch: number];
  readonly beta: number | null;
};

const NUMBER = '(0|[1-9]\\d{0,5})';
const FORM = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-beta\\.${NUMBER})?$`);

export function parseVersion(text: string): Version | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, major, minor, patch, beta] = found;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    beta: beta === undefined ? null : Number(beta),
  };
}

/** Below 0 when `one` is older. */
export function compareVersions(one: Version, other: Version): number {
  for (const at of [0, 1, 2] as const) {
    const difference = one.numbers[at] - other.numbers[at];
    if (difference !== 0) return difference;
  }
  return (one.beta ?? Infinity) === (other.beta ?? Infinity)
    ? 0
    : (one.beta ?? Infinity) - (other.beta ?? Infinity);
}
