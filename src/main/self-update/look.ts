/** Asks a channel for its newest release, and judges what it says by what is known: what runs, and what was offered before. */
import type { NewestRelease, UpdateChannel } from '../../shared/contract/self-update.js';
import { say } from '../../shared/words/index.js';
import type { Feed } from './feed.js';
import type { UpdatableForm } from './form.js';
import { getSmall, type Get } from './get.js';
import {
  MOST_FILE_BYTES,
  readUpdateFile,
  refused,
  updateFileName,
  type VerifiedRelease,
} from './update-file.js';
import { compareVersions, parseVersion, type Version } from './version.js';

export type LookParts = {
  readonly get: Get;
  readonly feed: Feed;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly form: UpdatableForm;
  readonly parse: (text: string) => unknown;
};

export type Looked = {
  readonly release: VerifiedRelease;
  /** Against what runs. */
  readonly is: 'newer' | 'same' | 'older';
};

/** An Ed25519 signature in base64, and a line's end. */
const MOST_SIGNATURE_BYTES = 200;

/** @throws FailureError: not reached, not signed, older than what the channel offered before */
export async function lookForUpdate(
  { get, feed, platform, arch, form, parse }: LookParts,
  channel: UpdateChannel,
  running: Version,
  newest: NewestRelease | null,
): Promise<Looked> {
  const name = updateFileName(channel, platform, arch);
  const bytes = await getSmall(get, new URL(name, feed.address), MOST_FILE_BYTES);
  const signature = await getSmall(get, new URL(`${name}.sig`, feed.address), MOST_SIGNATURE_BYTES);
  const release = readUpdateFile({
    bytes,
    signature: signature.toString('latin1'),
    keys: feed.keys,
    name,
    channel,
    form,
    arch,
    parse,
  });
  const offered = versionOf(release);
  const known = newest && versionOf(newest);
  if (newest && known && compareVersions(offered, known) < 0)
    throw refused(say('updateFailures.older', { offered: release.version, before: newest.version }));
  const difference = compareVersions(offered, running);
  return { release, is: difference > 0 ? 'newer' : difference === 0 ? 'same' : 'older' };
}

function versionOf({ version }: NewestRelease): Version {
  const parsed = parseVersion(version);
  if (!parsed) throw new Error(`unchecked version ${version}`);
  return parsed;
}
