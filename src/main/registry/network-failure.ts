/** Why a host could not be talked to, in words: the codes of node's sockets and TLS, its HTTP parser and undici. */
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';

export function noAnswer({ host }: URL, timeoutMs: number): Failure {
  return {
    code: 'registry-unreachable',
    title: `${host} doesn’t answer`,
    detail: `Nothing came back within ${timeoutMs / 1000} s.`,
    remedy: 'Check the address and the network, then try again.',
  };
}

/** `error` is what node or undici threw while `url` was asked. */
export function networkFailure({ host, hostname, protocol, pathname }: URL, error: unknown): Failure {
  const code = codeOf(error);
  const cause = messageOf(error);
  if (protocol === 'https:' && PLAIN.includes(code) && pathname.startsWith('/v2/')) {
    return {
      code: 'tls-untrusted',
      title: `${host} doesn’t speak https`,
      detail: 'Without encryption anybody on the way can read a password, and change an image.',
      remedy: `If ${host} is on a network of your own, Strata can speak plain http with it. The engine has its own list for that: its insecure-registries.`,
      cause,
      offer: { type: 'allow-http', registry: host },
    };
  }
  if (CERTIFICATE.test(code)) {
    return {
      code: 'tls-untrusted',
      title: `${host} can’t be trusted`,
      detail: CERTIFICATE_WORDS[code] ?? 'Its certificate is not signed by an authority that Strata knows.',
      remedy: `If the registry is yours, put the authority’s certificate into the engine’s certs.d folder, as ${certsFolder(host)}/ca.crt; Strata reads it there too.`,
      cause,
    };
  }
  return {
    code: 'registry-unreachable',
    title: `${host} can’t be reached`,
    detail: NETWORK_WORDS[code]?.(hostname) ?? `The connection failed: ${cause}.`,
    remedy: 'Check the address and the network, then try again.',
    cause,
  };
}

/** Whether a host that was asked by https may be asked by http next: not one that speaks it and can't be trusted. */
export const mayBePlain = (error: unknown): boolean =>
  error instanceof FailureError &&
  (error.failure.code === 'registry-unreachable' || error.failure.offer?.type === 'allow-http');

/** What TLS says of an answer that is not TLS. */
const PLAIN = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'];

const certsFolder = (host: string): string => `/etc/docker/certs.d/${host}`;

const CERTIFICATE =
  /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|CRL_)/;

const CERTIFICATE_WORDS: Readonly<Partial<Record<string, string>>> = {
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet; the clock here may be wrong.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another host.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself.',
};

const NETWORK_WORDS: Readonly<Partial<Record<string, (hostname: string) => string>>> = {
  ENOTFOUND: (hostname) => `There is no host named ${hostname}.`,
  EAI_AGAIN: (hostname) => `The name ${hostname} can’t be looked up; there may be no network.`,
  ECONNREFUSED: () => 'Nothing listens there.',
  ECONNRESET: () => 'It ended the connection.',
  UND_ERR_SOCKET: () => 'It ended the connection.',
  EPROTO: () => 'It doesn’t speak https.',
  ERR_SSL_WRONG_VERSION_NUMBER: () => 'It doesn’t speak https.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: () => 'It doesn’t speak https.',
  ENETUNREACH: () => 'There is no network to it.',
  EHOSTUNREACH: () => 'There is no network to it.',
  HPE_INVALID_CONSTANT: () => 'What answers there is not a web server.',
  HPE_HEADER_OVERFLOW: () => 'Its answer is too large to be a registry’s.',
  UND_ERR_HEADERS_OVERFLOW: () => 'Its answer is too large to be a registry’s.',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: () => 'Its answer broke off.',
};

/** The code of an error; of the first of several, when all addresses of a host were tried. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  // undici wraps what ended a socket.
  const code = 'code' in error ? String(error.code) : '';
  return code === '' || code === 'UND_ERR_SOCKET' ? codeOf(error.cause) || code : code;
}
