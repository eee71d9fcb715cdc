/** Which layers two images have in common. Pure. */
import type { ImageStep, LayerSharing } from '../../../shared/contract/images.js';
import { formatBytes } from '../../../shared/units.js';

type Steps = readonly ImageStep[];

const diffIds = (steps: Steps): readonly string[] =>
  steps.flatMap(({ diffId }) => (diffId === null ? [] : [diffId]));

/** For a picture of `steps`: the layers that `others` has too, used by what that is called. */
export function sharedWith(steps: Steps, others: Steps, name: string): LayerSharing {
  const theirs = new Set(diffIds(others));
  return Object.fromEntries(diffIds(steps).map((diffId) => [diffId, theirs.has(diffId) ? [name] : []]));
}

/** “The lower 3 layers are the same in both (12 MB); above them 2 differ before and 1 after.” */
export function commonSentence(before: Steps, after: Steps): string {
  const [one, other] = [diffIds(before), diffIds(after)];
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  if (common === one.length && common === other.length) return 'Both have the very same layers.';
  if (common === 0) {
    const theirs = new Set(other);
    const loose = one.filter((diffId) => theirs.has(diffId)).length;
    return loose === 0
      ? 'They have no layer in common.'
      : `They stand on different bases; ${counted(loose)} above ${loose === 1 ? 'is' : 'are'} in both all the same.`;
  }
  const bytes = before
    .filter(({ diffId }) => diffId !== null)
    .slice(0, common)
    .reduce((sum, { size }) => sum + size, 0);
  const left = `${one.length - common} before`;
  const right = `${other.length - common} after`;
  const lowest = common === 1 ? 'The lowest layer is' : `The lowest ${common} layers are`;
  return `${lowest} the same in both (${formatBytes(bytes)}); above that stand ${left} and ${right}.`;
}

const counted = (count: number): string => `${count} ${count === 1 ? 'layer' : 'layers'}`;
