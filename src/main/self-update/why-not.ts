/** Why a Strata doesn't update itself, and what to do instead. */
import type { SelfUpdateState } from '../../shared/contract/self-update.js';
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
  const replace = 'A newer one replaces it in the way that it came.';
  if (!feed || !isReleased)
    return {
      reason: 'No place for updates, and no key to know them by, was built into this package.',
      remedy: replace,
    };
  if (form === null)
    return {
      reason:
        'It runs from a folder that was unpacked by hand, which Strata doesn’t replace under your hands.',
      remedy: `${replace} Packages that an installer or the system’s package manager puts in place, and AppImages, update themselves.`,
    };
  if (isForeign)
    return {
      reason: 'On a machine that isn’t yours Strata installs nothing, and doesn’t ask for updates.',
      remedy: 'Whoever looks after this machine can put a newer one in its place.',
    };
  return null;
}
