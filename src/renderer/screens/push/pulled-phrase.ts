/** What a pull came to, in a sentence. Pure. */
import type { contract } from '../../../shared/contract/index.js';
import type { OutcomeOf } from '../../../shared/contract/define.js';

/** Tells “up to date” from “a newer one came”: the name points to another image than before only in the second case. */
export function pulledPhrase({ reference, newer }: OutcomeOf<typeof contract.images.pull>): string {
  return newer
    ? `${reference} is here now.`
    : `${reference} is up to date: the registry has the image that is here already.`;
}
