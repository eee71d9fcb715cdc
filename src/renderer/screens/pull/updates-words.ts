/** What a check for newer images came to, in sentences. */
import type { UpdatesOutcome } from '../../../shared/contract/updates.js';
import { say } from '../../../shared/words/index.js';

export function checkedSentence({ checked, newer, local }: UpdatesOutcome): string {
  const said = sayChecked(checked, newer);
  return local === 0 ? said : `${said} ${say('pull.checked.local', { count: local })}`;
}

function sayChecked(checked: number, newer: UpdatesOutcome['newer']): string {
  if (checked === 0) return say('pull.checked.none');
  const [only] = newer;
  if (only === undefined) return say('pull.checked.nothing', { count: checked });
  if (newer.length === 1) return say('pull.checked.one', { name: only, count: checked });
  return say('pull.checked.several', { newer: newer.length, count: checked });
}

export const problemSentence = ({ of, detail, left }: UpdatesOutcome['problems'][number]): string =>
  left === 1 ? `${of}: ${detail}` : `${of}: ${detail} ${say('pull.checked.left', { count: left })}`;
