/** Tags as somebody looks for them: `latest`, then versions from the newest down, then other words. Pure. */

/** `v1.2.3-rc.1`, `3.20`, `8`: numbers with dots, and what follows them. */
const VERSION = /^v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:[-_.+]?(.*))?$/;

type Key = { readonly rank: number; readonly numbers: readonly number[]; readonly rest: string };

function keyOf(tag: string): Key {
  if (tag === 'latest') return { rank: 0, numbers: [], rest: '' };
  const [, numbers, rest = ''] = VERSION.exec(tag) ?? [];
  if (numbers === undefined) return { rank: 2, numbers: [], rest: tag };
  return { rank: 1, numbers: numbers.split('.').map(Number), rest };
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [a, b] = [one[at], other[at]];
    // `3` moves with every `3.x`: it stands for the newest of them.
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    if (a !== b) return b - a;
  }
  return 0;
}

const words = new Intl.Collator('en', { numeric: true });

/** All of them once. */
export function orderTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)]
    .map((tag) => ({ tag, key: keyOf(tag) }))
    .sort(
      ({ key: a, tag: one }, { key: b, tag: other }) =>
        a.rank - b.rank ||
        compareNumbers(a.numbers, b.numbers) ||
        // A version itself before its `-rc` and `-alpine`.
        Number(a.rest !== '') - Number(b.rest !== '') ||
        words.compare(a.rest, b.rest) ||
        words.compare(one, other),
    )
    .map(({ tag }) => tag);
}
