/** The images that one can be compared with, likeliest first, found by typing. */
import type { ImageSummary } from '../../../shared/contract/images.js';
import { familiarRepository, tryReference } from '../../../shared/reference.js';
import { shortId } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import type { FormerImage } from '../../state/former-image.js';

export type Choice = {
  /** A reference, or the id of an image without one. */
  readonly name: string;
  readonly title: string;
  /** Why it stands at the top; '' for all others. */
  readonly why: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly created: number;
};

type Summary = Pick<ImageSummary, 'id' | 'references' | 'size' | 'created'>;

/** All other images by each of their names: the proposed one, then those of the same repository, then the rest, youngest first. */
export function choicesFor(
  image: Pick<Summary, 'id' | 'references'>,
  images: readonly Summary[],
  former: FormerImage | null,
): readonly Choice[] {
  const own = new Set(image.references.map(repositoryOf));
  const rank = ({ why, name }: Choice): number => (why !== '' ? 0 : own.has(repositoryOf(name)) ? 1 : 2);
  return images
    .filter(({ id }) => id !== image.id)
    .flatMap(({ id, references, size, created }) =>
      (references.length === 0 ? [id] : references).map((name): Choice => {
        const title = name === id ? `<untagged> ${shortId(id)}` : name;
        return {
          name,
          title,
          why: former?.name === name ? say(`compare.former.${former.why}`) : '',
          size,
          created,
        };
      }),
    )
    .map((choice) => ({ choice, rank: rank(choice) }))
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        other.choice.created - one.choice.created ||
        (one.choice.title < other.choice.title ? -1 : 1),
    )
    .map(({ choice }) => choice);
}

/** Those whose name or id holds every word, letter case aside. */
export function foundChoices(choices: readonly Choice[], filter: string): readonly Choice[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  return choices.filter(({ title, name }) => {
    const text = `${title} ${name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** '' for what has none, which no repository is called. */
function repositoryOf(name: string): string {
  const reference = tryReference(name);
  return reference.ok ? familiarRepository(reference.value) : '';
}
