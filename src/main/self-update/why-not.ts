/** Why a Strata doesn't update itself. */
import type { WhyNoUpdates } from '../../shared/contract/self-update.js';
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
export function whyNot({ feed, form, isForeign }: Able, isReleased: boolean): WhyNoUpdates | null {
  if (!feed || !isReleased) return 'noFeed';
  if (form === null) return 'folder';
  return isForeign ? 'foreign' : null;
}
