/** What a check for newer images came to, in sentences. Pure. */
import type { UpdatesOutcome } from '../../../shared/contract/updates.js';

const tags = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'tag' : 'tags'}`;

export function checkedSentence({ checked, newer, local }: UpdatesOutcome): string {
  const aside = local === 0 ? '' : ` ${tags(local)} ${local === 1 ? 'is' : 'are'} not from a registry.`;
  if (checked === 0) return `No registry has answered about any tag.${aside}`;
  const [only] = newer;
  if (only === undefined) return `Nothing newer: ${tags(checked)} checked.${aside}`;
  if (newer.length === 1) return `There is a newer ${only}: ${tags(checked)} checked.${aside}`;
  return `${tags(newer.length)} of ${checked.toLocaleString('en')} have a newer image.${aside}`;
}

export const problemSentence = ({ of, detail, left }: UpdatesOutcome['problems'][number]): string =>
  left === 1 ? `${of}: ${detail}` : `${of}: ${detail} ${tags(left)} of it were not checked.`;
