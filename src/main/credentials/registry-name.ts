/** How registries are named in logins: one spelling for each, as image references write it. */
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

const HUB = 'docker.io';
/** The names under which docker's configuration knows Docker Hub (docker/cli, configfile). */
const HUB_KEYS: ReadonlySet<string> = new Set([HUB, 'index.docker.io']);
/** People also copy the host of its API. */
const HUB_NAMES: ReadonlySet<string> = new Set([...HUB_KEYS, 'registry-1.docker.io']);

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-f0-9:]+\\])(?::\\d{1,5})?$`);

/**
 * The host of a key in docker's configuration: without scheme and path (docker/cli, credentials.ConvertToHostname).
 * `https://ghcr.io/v2/` gives `ghcr.io`. Text that is no address comes back as it is, up to its first slash.
 */
export function hostOfKey(key: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(key)?.[0] ?? '';
  // Only an address of the network has a host after its scheme.
  if (/^unix:/i.test(scheme)) return 'unix:';
  const host = key.slice(scheme.length).split('/', 1)[0] ?? '';
  // As docker mends a bare IPv6 address with a port in a URL: `https://::1:6555` means [::1]:6555.
  const bare = scheme === '' ? null : /^(::[0-9a-f:]*[0-9a-f]):(\d+)$/i.exec(host);
  return bare ? `[${bare[1] ?? ''}]:${bare[2] ?? ''}` : host;
}

/** The registry that a key of docker's configuration stands for: `docker.io` for all of Docker Hub's own. */
export function registryOfKey(key: string): string {
  const host = hostOfKey(key).toLowerCase();
  return HUB_KEYS.has(host) ? HUB : host;
}

/**
 * What a person or a reference calls a registry, in the one spelling that logins use:
 * `https://index.docker.io/v1/` and `registry-1.docker.io` are `docker.io`, `GHCR.io` is `ghcr.io`.
 * @throws FailureError `invalid-input` when no image reference could name such a registry
 */
export function registryName(text: string): string {
  const host = hostOfKey(text.trim()).toLowerCase();
  // What stands before an @ may be a password: it isn't repeated.
  if (host.includes('@'))
    throw invalid(
      say('credentialFailures.address.username'),
      say('credentialFailures.address.username.detail'),
    );
  if (!HOST.test(host))
    throw invalid(
      say('credentialFailures.address', { text: shorten(text) }),
      say('credentialFailures.address.host'),
    );
  if (!/[.:]/.test(host) && host !== 'localhost') {
    throw invalid(
      say('credentialFailures.address', { text: shorten(text) }),
      say('credentialFailures.address.short'),
    );
  }
  return HUB_NAMES.has(host) ? HUB : host;
}

function invalid(title: string, detail: string): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title,
    detail,
    remedy: say('credentialFailures.address.remedy'),
  });
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
