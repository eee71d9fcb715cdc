/** Which instruction of one Dockerfile is which of another: the same words first, then what stands in their place. Pure. */
import type { PastInstruction } from '../../../shared/contract/history.js';

/** @returns for each of `after`, the place of its counterpart in `before`; null for one that is new */
export function pairInstructions(
  before: readonly PastInstruction[],
  after: readonly PastInstruction[],
): readonly (number | null)[] {
  const pairs: (number | null)[] = after.map(() => null);
  const stages = new Set(after.map(({ stage }) => stage));
  for (const stage of stages) pairStage(placesOf(before, stage), placesOf(after, stage), pairs);
  return pairs;
}

type Placed = { readonly at: number; readonly instruction: PastInstruction };

const placesOf = (all: readonly PastInstruction[], stage: number): readonly Placed[] =>
  all.flatMap((instruction, at) => (instruction.stage === stage ? [{ at, instruction }] : []));

/** Lines that stayed keep their order; between two of them, lines of the same keyword are taken for each other in turn. */
function pairStage(before: readonly Placed[], after: readonly Placed[], pairs: (number | null)[]): void {
  const same = longestCommon(before, after);
  let [fromBefore, fromAfter] = [0, 0];
  for (const [atBefore, atAfter] of [...same, [before.length, after.length] as const]) {
    const left = before.slice(fromBefore, atBefore);
    for (const { at, instruction } of after.slice(fromAfter, atAfter)) {
      const found = left.findIndex((one) => one.instruction.keyword === instruction.keyword);
      if (found < 0) continue;
      pairs[at] = left[found]?.at ?? null;
      left.splice(0, found + 1);
    }
    const [one, other] = [before[atBefore], after[atAfter]];
    if (one && other) pairs[other.at] = one.at;
    [fromBefore, fromAfter] = [atBefore + 1, atAfter + 1];
  }
}

/** Places of the longest run of equal texts in both, in order. */
function longestCommon(
  before: readonly Placed[],
  after: readonly Placed[],
): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const lengthAt = (one: number, other: number): number => lengths[one]?.[other] ?? 0;
  const isSame = (one: number, other: number): boolean =>
    before[one]?.instruction.text === after[other]?.instruction.text;
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--) {
      const row = lengths[one];
      if (!row) continue;
      row[other] = isSame(one, other)
        ? lengthAt(one + 1, other + 1) + 1
        : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1));
    }
  const found: [number, number][] = [];
  for (let one = 0, other = 0; one < before.length && other < after.length;) {
    if (isSame(one, other)) found.push([one++, other++]);
    else if (lengthAt(one + 1, other) >= lengthAt(one, other + 1)) one++;
    else other++;
  }
  return found;
}
