/** What a pull came to, in sentences. Pure. */
import type { contract } from '../../../shared/contract/index.js';
import type { OutcomeOf } from '../../../shared/contract/define.js';
import { shortId } from '../../../shared/units.js';

export type Pulled = OutcomeOf<typeof contract.images.pull>;

/** Tells “up to date” from “a newer one came”: the name points to another image than before only in the second case. */
export function pulledPhrase({ reference, newer, before }: Pulled): string {
  if (!newer) return `${reference} is up to date: the registry has the image that is here already.`;
  return before === null
    ? `${reference} is here now.`
    : `A newer ${reference} is here now. Until now it was the image ${shortId(before)}.`;
}

/** Of the image that had the name before; null where there was none. */
export function leftPhrase({ before, newer, leftUntagged }: Pulled): string | null {
  if (before === null || !newer) return null;
  return leftUntagged
    ? `The image ${shortId(before)} is still here, without a name. Containers that were made from it go on with it.`
    : null;
}
