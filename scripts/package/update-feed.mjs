/** What a package has built in about its updates: where they are, and whose signature they bear. */
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

const KEY = /^[A-Za-z0-9+/]{43}=$/;

/**
 * From resources/updates.json, which is the project's; or, for a package to try updates with, from `STRATA_UPDATE_FEED` and
 * `STRATA_UPDATE_KEYS` (with commas between). Null where there is no feed and no key: such a package doesn't update itself.
 * @param {NodeJS.ProcessEnv} environment @param {unknown} [own] what resources/updates.json holds
 * @returns {{ feed: string, keys: string[] } | null}
 */
export function updateFeed(environment, own = readOwn()) {
  const { feed: ownFeed, keys: ownKeys } = /** @type {{ feed: string | null, keys: string[] }} */ (own);
  const feed = environment['STRATA_UPDATE_FEED'] || ownFeed;
  const keys = environment['STRATA_UPDATE_KEYS']?.split(',') ?? ownKeys;
  if (!feed && keys.length === 0) return null;
  if (!feed || keys.length === 0) throw new Error('updates need both: an address and a key to know them by');
  const { protocol, hostname } = new URL(feed);
  if (protocol !== 'https:' && !(protocol === 'http:' && hostname === '127.0.0.1'))
    throw new Error(`updates come over https, or from 127.0.0.1, and not from ${feed}`);
  const wrong = keys.find((key) => !KEY.test(key));
  if (wrong !== undefined) throw new Error(`not an Ed25519 public key of 32 bytes in base64: ${wrong}`);
  return { feed, keys };
}

function readOwn() {
  return JSON.parse(readFileSync(inProject('resources', 'updates.json'), 'utf8'));
}
