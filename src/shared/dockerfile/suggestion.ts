/** What was probably meant by a word that nobody knows (moby/buildkit util/suggest/error.go). */

/** A word further off than this many changes is another word. */
const FURTHEST = 2;

/** ` (did you mean mount?)`, or nothing when no option is near. */
export function didYouMean(word: string, options: readonly string[]): string {
  let nearest = '';
  let least = FURTHEST + 1;
  for (const option of options) {
    const distance = changes(word, option);
    if (distance < least) {
      nearest = option;
      least = distance;
    }
  }
  return nearest === '' ? '' : ` (did you mean ${nearest}?)`;
}

/** The Levenshtein distance; more than the furthest when the lengths alone say so. */
function changes(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > FURTHEST) return FURTHEST + 1;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 0; at < from.length; at++) {
    const next = [at + 1];
    for (let index = 0; index < to.length; index++) {
      const same = from.charAt(at) === to.charAt(index) ? 0 : 1;
      next.push(Math.min((row[index] ?? 0) + same, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
