/** What Settings says of Strata's own releases. */
import type { NewestRelease, UpdateChannel } from '../../../shared/contract/self-update.js';
import { currentLanguage, localeOf, say } from '../../../shared/words/index.js';

const LONG_MS = 180 * 24 * 60 * 60 * 1000;

export const dateWords = (at: number): string =>
  new Date(at).toLocaleDateString(localeOf(currentLanguage()), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });

/** That a feed shows nothing newer is also what one says that is held back. Null while the newest is young. */
export const oldWords = ({ releasedAt }: NewestRelease, now: number): string | null =>
  now - releasedAt < LONG_MS ? null : say('updates.old');

export const aheadWords = (
  version: string,
  { version: newest }: NewestRelease,
  channel: UpdateChannel,
): string => say(`updates.ahead.${channel}`, { newest, version });
