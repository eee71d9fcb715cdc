/**
 * Which token service a registry may name for a user's password. The rule is distribution's (GHSA-3p65-76g6-3w7r): the same
 * host, or one of the same registrable domain by the public suffix list; never another IP address or localhost.
 */

/** What speaks against a service; `stranger`: it is in order but for being another's. */
export type Objection = 'stranger' | 'no-address' | 'username' | 'plain' | 'other-host';

/** Null when `realm` may have the password meant for the registry at `origin`; otherwise what speaks against it. */
export async function objectionToRealm(origin: string, realm: string): Promise<Objection | null> {
  if (!URL.canParse(realm)) return 'no-address';
  const own = new URL(origin);
  const other = new URL(realm);
  if (other.username !== '' || other.password !== '') return 'username';
  const isSecure = other.protocol === 'https:' || (other.protocol === 'http:' && own.protocol === 'http:');
  if (!isSecure) return 'plain';
  if (other.host === own.host) return null;
  if (other.protocol !== 'https:') return 'plain';
  if (isBare(own.hostname) || isBare(other.hostname)) return 'other-host';
  if (own.hostname === other.hostname) return null;
  const [domain, others] = await Promise.all([registrable(own.hostname), registrable(other.hostname)]);
  return domain !== null && domain === others ? null : 'stranger';
}

/** Whether the user can be asked about a service that `objectionToRealm` objects to: never without encryption. */
export function mayBeAllowed(realm: string): boolean {
  if (!URL.canParse(realm)) return false;
  const { protocol, username, password } = new URL(realm);
  return protocol === 'https:' && username === '' && password === '';
}

/** What keeps a password from going to `realm`, as the user decides it: `allowed` are the origins that may have it. */
export async function objectionAfterAll(
  origin: string,
  realm: string,
  allowed: readonly string[],
): Promise<Objection | null> {
  const objection = await objectionToRealm(origin, realm);
  if (objection === null || !mayBeAllowed(realm)) return objection;
  return allowed.includes(new URL(realm).origin) ? null : objection;
}

/** Customers of a hosting service are strangers to each other: `a.azurecr.io` and `b.azurecr.io` share nothing. */
async function registrable(hostname: string): Promise<string | null> {
  // The list is long, and most registries name a service of their own host.
  const { getDomain } = await import('tldts');
  return getDomain(hostname, { allowPrivateDomains: true });
}

/** An IP address or a name without a domain, which may be another machine for everybody. */
const isBare = (hostname: string): boolean =>
  hostname.startsWith('[') || /^[\d.]+$/.test(hostname) || !hostname.includes('.');
