/** An image as strata: one band a layer, its height by size on a log scale. Pure. */
import type { ImageStep, LayerSharing } from '../../../shared/contract/images.js';
import { formatBytes } from '../../../shared/units.js';
import { visibleText } from '../../../shared/visible-text.js';
import { say } from '../../../shared/words/index.js';

/** What sets some bands apart from the others, in the other hue: for instance who else stands on them. */
export type BandTelling = {
  /** The words of the key; null where nothing is known that would set bands apart. */
  readonly key: { readonly plain: string; readonly hatched: string } | null;
  readonly isHatched: (step: ImageStep) => boolean;
  /** What is told of a band beside its size; null: nothing. */
  readonly note: (step: ImageStep) => string | null;
};

export type Band = {
  readonly step: ImageStep;
  /** Share of the whole height, 0 to 1. All bands together make 1. */
  readonly height: number;
  readonly isHatched: boolean;
  readonly note: string | null;
};

/** An empty layer still shows: as one of this many bytes would. */
const LEAST = 512;

/** How high a layer of `size` bytes stands, compared with others: by the logarithm. */
export const weightOf = (size: number): number => Math.log2(1 + Math.max(size, LEAST) / LEAST);

/** Top first, as it is drawn: the base lies at the bottom. */
export function bandsOf(
  steps: readonly ImageStep[],
  { isHatched, note }: Pick<BandTelling, 'isHatched' | 'note'>,
): readonly Band[] {
  const layers = steps.filter(({ diffId }) => diffId !== null);
  const weights = layers.map(({ size }) => weightOf(size));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return layers
    .map((step, at): Band => ({
      step,
      height: (weights[at] ?? 0) / sum,
      isHatched: isHatched(step),
      note: note(step),
    }))
    .reverse();
}

/** Which other images stand on a layer; with null, as nobody asked, nothing is told. */
export function tellSharing(sharing: LayerSharing | null): BandTelling {
  const users = ({ diffId }: ImageStep) => (diffId === null ? [] : (sharing?.[diffId] ?? []));
  return {
    key:
      sharing === null
        ? null
        : { plain: say('components.strata.own'), hatched: say('components.strata.shared') },
    isHatched: (step) => users(step).length > 0,
    note: (step) =>
      sharing === null
        ? null
        : users(step).length === 0
          ? say('components.strata.alone')
          : say('components.strata.with', { users: usersPhrase(users(step)) }),
  };
}

/** “alpine:3.20, app:1 and 3 more”; names are strangers’, the words between them are not. */
export function usersPhrase(users: readonly string[]): string {
  const [first, second] = users.slice(0, 2).map(visibleText);
  if (first === undefined) return '';
  if (second === undefined) return first;
  const named = { one: first, other: second };
  const more = users.length - 2;
  return more === 0
    ? say('components.users.two', named)
    : say('components.users.more', { ...named, count: more });
}

/** A band in words. */
export const bandTitle = ({ step, note }: Band): string =>
  [step.instruction, formatBytes(step.size), ...(note === null ? [] : [note])].join(', ');
