/** Why a Strata doesn't update itself, and what to do instead. */
import type { SelfUpdateState } from '../../shared/contract/self-update.js';
import { say } from '../../shared/words/index.js';
import type { Feed } from './feed.js';
import type { UpdatableForm } from './form.js';

export type Able = {
  /** Null where none was built in. */
  readonly feed: Feed | null;
  readonly form: UpdatableForm | null;
  /** On a machine of somebody else nothing is installed. */
  readonly isForeign: boolean;
};

/** Null where it does. */
export function whyNot({ feed, form, isForeign }: Able, isReleased: boolean): SelfUpdateState['cannot'] {
  if (!feed || !isReleased)
    return {
      reason: say('updates.whyNot.noFeed'),
      remedy: say('updates.whyNot.replace'),
    };
  if (form === null)
    return {
      reason: say('updates.whyNot.folder'),
      remedy: say('updates.whyNot.folder.remedy'),
    };
  if (isForeign)
    return {
      reason: say('updates.whyNot.foreign'),
      remedy: say('updates.whyNot.foreign.remedy'),
    };
  return null;
}
