/** The addresses that programs give a credential helper, as the registries that Strata knows. Pure. */
import { registryOfKey } from '../credentials/index.js';

/** Paths that stand for a registry as a whole. */
const WHOLE = /^\/?(v[12]\/?)?$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/**
 * The registry at `server`; null when Strata keeps no logins for such an address: a path in a registry, or plain http to
 * another computer, where a password would travel for all to read.
 * @throws Error in the words of other helpers, when it is no address at all
 */
export function registryOfServer(server: string): string | null {
  const [, scheme = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):)?\/\/(.*)$/i.exec(server) ?? [
    null,
    '',
    server,
  ];
  if (!['', 'http', 'https'].includes(scheme.toLowerCase())) throw new Error(`unsupported scheme: ${scheme}`);
  const [, host = '', path = ''] = /^([^/?#]*)([^?#]*)/.exec(rest) ?? [];
  if (host === '') throw new Error('no hostname in URL');
  if (host.includes('@') || !WHOLE.test(path)) return null;
  if (scheme.toLowerCase() === 'http' && !LOOPBACK.test(host.toLowerCase())) return null;
  return registryOfKey(host);
}
