/** What docker writes as an engine's address, and what it takes to connect to it. */
import type { EngineEndpoint } from '../../../shared/contract/engine.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { parseSshAddress, type SshAddress } from '../ssh/address.js';

/** An endpoint with what it takes to connect to it. */
export type ResolvedEndpoint = EngineEndpoint & {
  readonly connection:
    | { readonly kind: 'socket'; readonly path: string }
    | {
        readonly kind: 'tcp';
        readonly host: string;
        readonly port: number;
        readonly tls: TlsMaterial | null;
      }
    | ({ readonly kind: 'ssh' } & SshAddress);
};

export type TlsMaterial = {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
};

export const DEFAULT_SOCKET = '/var/run/docker.sock';

/** @throws FailureError `invalid-input` when the address is none, saying where it came from */
export function endpointAt(
  address: string,
  from: Pick<EngineEndpoint, 'origin' | 'context' | 'name'>,
  tls: TlsMaterial | null,
): ResolvedEndpoint {
  const [scheme, rest] = address.includes('://') ? splitOnce(address, '://') : ['tcp', address];
  if (scheme === 'unix' && (rest === '' || rest.startsWith('/')))
    return { address, ...from, connection: { kind: 'socket', path: rest || DEFAULT_SOCKET } };
  if (scheme === 'npipe' && rest !== '')
    return { address, ...from, connection: { kind: 'socket', path: rest.replaceAll('/', '\\') } };
  if (scheme === 'tcp' || scheme === 'http' || scheme === 'https') {
    const secured = tls ?? (scheme === 'https' ? { verify: true } : null);
    const host = hostAndPort(rest, secured ? 2376 : 2375);
    if (host) return { address, ...from, connection: { kind: 'tcp', ...host, tls: secured } };
  }
  if (scheme === 'ssh') {
    const ssh = parseSshAddress(rest);
    if (ssh) return { address, ...from, connection: { kind: 'ssh', ...ssh } };
  }
  throw new FailureError({
    code: 'invalid-input',
    title: say('engineFailures.address'),
    detail: from.context
      ? say('engineFailures.address.context', { address: address.slice(0, 300), context: from.context })
      : say('engineFailures.address.origin', { address: address.slice(0, 300), origin: from.origin }),
    remedy: say('engineFailures.address.remedy'),
  });
}

/** Nothing but a host and a port: a user name or a path would be passed over in silence. */
function hostAndPort(text: string, port: number): { readonly host: string; readonly port: number } | null {
  // The scheme's own port is left out of a URL's; one that has none keeps whatever was written.
  const address = `engine://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isBare = url.username + url.password + url.search + url.hash === '' && /^\/?$/.test(url.pathname);
  if (!isBare || url.hostname === '') return null;
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || port };
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}
