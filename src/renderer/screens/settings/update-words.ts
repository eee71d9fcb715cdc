/** What Settings says of Strata's own releases. Pure. */
import type { NewestRelease, UpdateChannel } from '../../../shared/contract/self-update.js';

export const channelWords: Readonly<Record<UpdateChannel, string>> = { stable: 'Stable', beta: 'Beta' };

const LONG_MS = 180 * 24 * 60 * 60 * 1000;

export const dateWords = (at: number): string =>
  new Date(at).toLocaleDateString('en', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });

/** That a feed shows nothing newer is also what one says that is held back. Null while the newest is young. */
export function oldWords({ releasedAt }: NewestRelease, now: number): string | null {
  if (now - releasedAt < LONG_MS) return null;
  return 'That is long ago. If you know of a newer one, something on the way may be holding it back: look where you got Strata.';
}

export const aheadWords = (
  version: string,
  { version: newest }: NewestRelease,
  channel: UpdateChannel,
): string =>
  `${channelWords[channel]} is at ${newest}, which is older than this ${version}. An older one is never installed: it comes with the next ${channel} release.`;
