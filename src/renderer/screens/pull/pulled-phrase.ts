/** What a pull came to, in sentences. */
import type { contract } from '../../../shared/contract/index.js';
import type { OutcomeOf } from '../../../shared/contract/define.js';
import { shortId } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';

export type Pulled = OutcomeOf<typeof contract.images.pull>;

/** Tells “up to date” from “a newer one came”: the name points to another image than before only in the second case. */
export function pulledPhrase({ reference, newer, before }: Pulled): string {
  if (!newer) return say('pull.pulled.same', { reference });
  return before === null
    ? say('pull.pulled.new', { reference })
    : say('pull.pulled.newer', { reference, id: shortId(before) });
}

/** Of the image that had the name before; null where there was none. */
export function leftPhrase({ before, newer, leftUntagged }: Pulled): string | null {
  if (before === null || !newer) return null;
  return leftUntagged ? say('pull.left', { id: shortId(before) }) : null;
}
