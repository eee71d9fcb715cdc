/** Where a push would go: which registry, as which user, and what else the user may have meant. */
import type { Login } from '../../../shared/contract/registry.js';
import { nearestPlaces } from '../../../shared/login-places.js';
import type { Failure } from '../../../shared/failure.js';
import { familiarName, familiarRepository, tryReference, withDefaultTag } from '../../../shared/reference.js';
import { say } from '../../../shared/words/index.js';

export type PushTarget =
  | { readonly kind: 'invalid'; readonly failure: Failure }
  | {
      readonly kind: 'valid';
      /** `docker.io`, `ghcr.io`, `localhost:5000`. */
      readonly registry: string;
      /** The repository in that registry: `team/app`. */
      readonly repository: string;
      readonly tag: string;
      /** Who pushes; null when nobody is logged in there. */
      readonly username: string | null;
      /** What the registry is likely to object to, in words. */
      readonly warning: string | null;
    };

/** What “Destination” says, taken apart. */
export function pushTarget(destination: string, logins: readonly Login[]): PushTarget {
  const parsed = tryReference(destination.trim());
  if (!parsed.ok) return { kind: 'invalid', failure: parsed.failure };
  if (parsed.value.digest !== undefined) return { kind: 'invalid', failure: digestRefused(destination) };
  const { domain, path, tag = 'latest' } = withDefaultTag(parsed.value);
  const username = nearestPlaces(logins, domain, path)[0]?.username ?? null;
  const official = domain === 'docker.io' && path.startsWith('library/');
  return {
    kind: 'valid',
    registry: domain,
    repository: path,
    tag,
    username,
    warning: official ? say('push.target.official') : null,
  };
}

/**
 * What to put into “Destination” at first: the reference itself where it names a registry or a user that can be
 * pushed to; a bare name goes to the first login, as that one's user.
 */
export function proposedDestination(reference: string, logins: readonly Login[]): string {
  const parsed = tryReference(reference);
  if (!parsed.ok) return '';
  const { digest: _digest, ...named } = withDefaultTag(parsed.value);
  const bare = named.domain === 'docker.io' && named.path.startsWith('library/');
  const [first] = logins;
  if (!bare || !first) return familiarName(withDefaultTag(named));
  return destinationAt(first, reference) ?? familiarName(named);
}

/** More are no help. */
const MOST_SUGGESTED = 6;

/**
 * Other places for the same image, without what stands in the field already: repositories of its name that were pushed to
 * before, with its tag; then one for each login.
 */
export function suggestions(
  destination: string,
  reference: string,
  { logins, pushedTo }: { readonly logins: readonly Login[]; readonly pushedTo: readonly string[] },
): readonly string[] {
  const current = tryReference(destination.trim());
  const written = current.ok ? familiarName(withDefaultTag(current.value)) : '';
  const before = pushedTo.flatMap((place) => placeBefore(place, reference) ?? []);
  const all = [...before, ...logins.flatMap((login) => destinationAt(login, reference) ?? [])];
  return [...new Set(all)].filter((suggestion) => suggestion !== written).slice(0, MOST_SUGGESTED);
}

/** The repository that was pushed to before, with the image's own tag; null where that was another image's. */
function placeBefore(place: string, reference: string): string | null {
  const [former, own] = [tryReference(place), tryReference(reference)];
  if (!former.ok) return null;
  // An image without a name may have been any of them.
  if (!own.ok) return familiarName(former.value);
  const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  if (name(former.value.path) !== name(own.value.path)) return null;
  return familiarName({ ...former.value, tag: own.value.tag ?? 'latest' });
}

/** Usernames that stand for a token, not for anyone's images (Amazon, Google). */
const notANamespace: ReadonlySet<string> = new Set(['AWS', 'oauth2accesstoken', '_json_key']);

/** `registry/user/name:tag` for the image at a login; null when the user's name can't stand in a reference. */
function destinationAt(login: Login, reference: string): string | null {
  const parsed = tryReference(reference);
  if (!parsed.ok) return null;
  const { path, tag = 'latest' } = parsed.value;
  const name = path.split('/').at(-1) ?? path;
  if (login.prefix === undefined && notANamespace.has(login.username)) return null;
  // Docker Hub takes a Docker ID in any case; elsewhere a name with capitals is no namespace.
  const user = login.registry === 'docker.io' ? login.username.toLowerCase() : login.username;
  const placed = tryReference(`${login.registry}/${login.prefix ?? user}/${name}:${tag}`);
  return placed.ok ? familiarName(placed.value) : null;
}

/** The registry that a destination names; empty for what is no name. */
export function registryOf(destination: string): string {
  const parsed = tryReference(destination.trim());
  return parsed.ok ? parsed.value.domain : '';
}

/** The line that pulls exactly what was pushed. */
export function pullLine(reference: string, digest: string): string {
  return `docker pull ${pinnedName(reference, digest)}`;
}

/** `name@sha256:…`: the name that stays this image whatever happens to the tag. */
export function pinnedName(reference: string, digest: string): string {
  const parsed = tryReference(reference);
  return parsed.ok ? `${familiarRepository(parsed.value)}@${digest}` : digest;
}

function digestRefused(destination: string): Failure {
  return {
    code: 'invalid-input',
    title: say('push.target.digest'),
    detail: say('push.target.digest.detail', { name: destination.trim().slice(0, 200) }),
    remedy: say('push.target.digest.remedy'),
  };
}
