/** An image as strata: one band a layer, its height by size on a log scale. Pure. */
import type { ImageStep, LayerSharing } from '../../../shared/contract/images.js';
import { formatBytes } from '../../../shared/units.js';

export type Band = {
  readonly step: ImageStep;
  /** Share of the whole height, 0 to 1. All bands together make 1. */
  readonly height: number;
  /** The other images that stand on this layer; null while that isn't known. */
  readonly users: readonly string[] | null;
};

/** An empty layer still shows: as one of this many bytes would. */
const LEAST = 512;

/** How high a layer of `size` bytes stands, compared with others: by the logarithm. */
export const weightOf = (size: number): number => Math.log2(1 + Math.max(size, LEAST) / LEAST);

/** Top first, as it is drawn: the base lies at the bottom. */
export function bandsOf(steps: readonly ImageStep[], sharing: LayerSharing | null): readonly Band[] {
  const layers = steps.filter(({ diffId }) => diffId !== null);
  const weights = layers.map(({ size }) => weightOf(size));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return layers
    .map((step, at): Band => ({
      step,
      height: (weights[at] ?? 0) / sum,
      users: sharing === null || step.diffId === null ? null : (sharing[step.diffId] ?? []),
    }))
    .reverse();
}

/** “alpine:3.20, app:1 and 3 more” */
export function usersPhrase(users: readonly string[]): string {
  const [first, second, ...rest] = users;
  if (first === undefined) return '';
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}

/** A band in words. */
export function bandTitle({ step, users }: Band): string {
  const shared = users === null || users.length === 0 ? '' : `, shared with ${usersPhrase(users)}`;
  return `${step.instruction}, ${formatBytes(step.size)}${shared}`;
}
