/** What is said of tags, and the commands that do the same. Pure. */
import type { ImageSummary } from '../../../../shared/contract/images.js';
import type { LastTagFate, MoveCause, TagMove } from '../../../../shared/contract/tags.js';
import { shortId } from '../../../../shared/units.js';

const MOST_NAMES = 3;

/** `a, b, c and 4 more`. */
export const someNames = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
    : names.join(', ');

/** What taking `reference` from the image that has it does to that image. */
export function leavingWords(reference: string, holder: Pick<ImageSummary, 'id' | 'references'>): string {
  const others = holder.references.filter((other) => other !== reference);
  const now = `${reference} now points to ${shortId(holder.id)}`;
  return others.length > 0
    ? `${now}, which is also ${someNames(others)} and keeps ${others.length === 1 ? 'that' : 'those'}.`
    : `${now}; that is its last other name. The image stays, untagged, until it is cleaned up.`;
}

/** What removing a tag does to its image. */
export function removalWords(isLast: boolean, fate: LastTagFate | null): string {
  if (!isLast) return 'The image stays, under its other names. This can be undone.';
  if (fate === null) return 'It is the last name of this image.';
  if (fate.kind === 'goes') {
    return 'It is the last name of this image. The engine removes the image with it, and the layers that no other image stands on: that can’t be undone. To keep the image, give it another name first, or rename this one.';
  }
  if (fate.kind === 'stays') {
    return `It is the last name of this image, which becomes dangling: the engine keeps it, untagged, for ${someNames(fate.because)}. This can be undone for as long as the image is there.`;
  }
  return `It is the last name of this image, and ${fate.containers.length === 1 ? 'a container was' : 'containers were'} made from it: ${someNames(fate.containers)}. The engine will refuse; rename the tag instead, or remove what was made from it.`;
}

const causes: Readonly<Record<MoveCause, string>> = {
  strata: 'in Strata',
  build: 'by a build',
  pull: 'by a pull',
  load: 'by loading an archive',
  import: 'by an import',
  tag: 'by tagging',
  removal: '',
  unseen: 'while Strata was not looking',
  unknown: '',
};

/** `moved from 3f2a… to 91bc… by a pull`, seen from one image. */
export function moveWords({ from, to, by }: TagMove, image: string): string {
  const name = (id: string): string => (id === image ? 'this image' : shortId(id));
  const what =
    from === null
      ? `came to ${to === null ? 'nothing' : name(to)}`
      : to === null
        ? `was removed from ${name(from)}`
        : `moved from ${name(from)} to ${name(to)}`;
  return `${what} ${causes[by]}`.trim();
}

/** Ids and references have no character that a shell would read. */
export const tagCommand = (image: string, reference: string): string =>
  `docker tag ${shortId(image)} ${reference}`;
