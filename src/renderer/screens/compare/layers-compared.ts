/** Which layers two images have in common. */
import type { ImageStep, LayerSharing } from '../../../shared/contract/images.js';
import { formatBytes } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';

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
  if (common === one.length && common === other.length) return say('compare.common.all');
  if (common === 0) {
    const theirs = new Set(other);
    const loose = one.filter((diffId) => theirs.has(diffId)).length;
    return loose === 0 ? say('compare.common.none') : say('compare.common.loose', { count: loose });
  }
  const bytes = before
    .filter(({ diffId }) => diffId !== null)
    .slice(0, common)
    .reduce((sum, { size }) => sum + size, 0);
  return say('compare.common.lowest', {
    count: common,
    size: formatBytes(bytes),
    before: one.length - common,
    after: other.length - common,
  });
}
