/** A name for an image: never taken from another one behind anyone's back. */
import { FailureError } from '../../shared/failure.js';
import { familiarName, familiarRepository, parseReference, withDefaultTag } from '../../shared/reference.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import { askImage, nothingThere } from './list.js';
import { named } from './summary.js';

export type NameClaim = {
  readonly reference: string;
  /** Takes the name from the image that has it. */
  readonly move: boolean;
  /** The id of the image that is to have it, where there is one yet. */
  readonly image?: string;
};

/** As people write it, and as the engine takes it. */
export type ClaimedName = { readonly name: string; readonly repository: string; readonly tag: string };

/** @throws FailureError `conflict` when it points to another image and `move` isn't set; `invalid-input` */
export async function claimName(engine: EngineService, claim: NameClaim): Promise<ClaimedName> {
  const { reference, move, image } = claim;
  const wanted = parseReference(reference);
  if (wanted.digest !== undefined) {
    throw new FailureError({
      code: 'invalid-input',
      title: say('imageFailures.digest'),
      detail: say('imageFailures.digest.detail', { reference }),
      remedy: say('imageFailures.digest.remedy'),
    });
  }
  const full = withDefaultTag(wanted);
  const name = familiarName(full);
  const holder = await askImage(engine, name).catch(nothingThere);
  if (holder && holder.inspect.Id !== image && !move) {
    const { Id, RepoTags } = holder.inspect;
    const others = named(RepoTags).filter((other) => other !== name);
    throw new FailureError({
      code: 'conflict',
      title: say('imageFailures.taken', { name }),
      detail:
        others.length > 0
          ? say('imageFailures.taken.also', { id: shortId(Id), names: some(others) })
          : say('imageFailures.taken.only', { id: shortId(Id) }),
      remedy: say('imageFailures.taken.remedy'),
    });
  }
  return { name, repository: familiarRepository(full), tag: full.tag ?? 'latest' };
}

const MOST_NAMES = 5;

/** The first names, and how many more there are. */
export const some = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? say('imageFailures.andMore', {
        names: names.slice(0, MOST_NAMES).join(', '),
        count: names.length - MOST_NAMES,
      })
    : names.join(', ');
