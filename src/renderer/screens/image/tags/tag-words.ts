/** What is said of tags, and the commands that do the same. Pure. */
import type { ImageSummary } from '../../../../shared/contract/images.js';
import type { LastTagFate, TagMove } from '../../../../shared/contract/tags.js';
import { shortId } from '../../../../shared/units.js';
import { say } from '../../../../shared/words/index.js';

const MOST_NAMES = 3;

/** `a, b, c and 4 more`. */
export const someNames = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? say('tags.names.more', {
        names: names.slice(0, MOST_NAMES).join(', '),
        count: names.length - MOST_NAMES,
      })
    : names.join(', ');

/** What taking `reference` from the image that has it does to that image. */
export function leavingWords(reference: string, holder: Pick<ImageSummary, 'id' | 'references'>): string {
  const others = holder.references.filter((other) => other !== reference);
  const now = { name: reference, id: shortId(holder.id) };
  return others.length > 0
    ? say('tags.leaving.keeps', { ...now, others: someNames(others), count: others.length })
    : say('tags.leaving.last', now);
}

/** What removing a tag does to its image. */
export function removalWords(isLast: boolean, fate: LastTagFate | null): string {
  if (!isLast) return say('tags.removal.others');
  if (fate === null) return say('tags.removal.last');
  if (fate.kind === 'goes') return say('tags.removal.goes');
  if (fate.kind === 'stays') return say('tags.removal.stays', { names: someNames(fate.because) });
  const { containers } = fate;
  return say('tags.removal.refused', { count: containers.length, names: someNames(containers) });
}

/** `moved from 3f2a… to 91bc… by a pull`, seen from one image. */
export function moveWords({ from, to, by }: TagMove, image: string): string {
  const name = (id: string): string => (id === image ? say('tags.history.this') : shortId(id));
  if (from === null)
    return say('tags.history.came', { to: to === null ? say('tags.history.nothing') : name(to), by });
  return to === null
    ? say('tags.history.left', { from: name(from), by })
    : say('tags.history.moved', { from: name(from), to: name(to), by });
}

/** Ids and references have no character that a shell would read. */
export const tagCommand = (image: string, reference: string): string =>
  `docker tag ${shortId(image)} ${reference}`;
