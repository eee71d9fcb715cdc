/** Where a package gets its updates from, and by whose keys it knows them: written into it when it was made, changed by nothing later. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

export type Feed = {
  /** A folder's address: it ends with a slash. */
  readonly address: URL;
  /** Ed25519. A release signed with any of them is the project's. */
  readonly keys: readonly [KeyObject, ...KeyObject[]];
};

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Nothing is asked of an address, nor followed to one, that is neither https nor this computer's own. */
export function mayAsk(address: URL): boolean {
  if (address.username !== '' || address.password !== '') return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.has(address.hostname));
}

/** What DER has before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

const schema = z.object({
  feed: z.url().max(2048),
  /** Each 32 bytes in base64. */
  keys: z
    .array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/))
    .min(1)
    .max(8),
});

/** From `strataUpdates` of the package's own package.json. Null where it names no feed or no key, or what can't be trusted. */
export function readFeed(packageJson: unknown): Feed | null {
  const named = z.object({ strataUpdates: schema }).safeParse(packageJson);
  if (!named.success) return null;
  const { feed, keys } = named.data.strataUpdates;
  const address = new URL(feed.endsWith('/') ? feed : `${feed}/`);
  const [first, ...more] = keys.map(publicKey);
  if (!mayAsk(address) || first === undefined) return null;
  return { address, keys: [first, ...more] };
}

const publicKey = (base64: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([SPKI_HEAD, Buffer.from(base64, 'base64')]),
    format: 'der',
    type: 'spki',
  });
