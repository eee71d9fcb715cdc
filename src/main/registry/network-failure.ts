/** Why a host could not be talked to, in words: the codes of node's sockets and TLS, its HTTP parser and undici. */
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

export function noAnswer({ host }: URL, timeoutMs: number): Failure {
  return {
    code: 'registry-unreachable',
    title: say('registryFailures.noAnswer', { host }),
    detail: say('registryFailures.noAnswer.detail', { seconds: timeoutMs / 1000 }),
    remedy: say('registryFailures.checkNetwork'),
  };
}

/** `error` is what node or undici threw while `url` was asked. */
export function networkFailure({ host, hostname, protocol, pathname }: URL, error: unknown): Failure {
  const code = codeOf(error);
  const cause = messageOf(error);
  if (protocol === 'https:' && PLAIN.includes(code) && pathname.startsWith('/v2/')) {
    return {
      code: 'tls-untrusted',
      title: say('registryFailures.plain', { host }),
      detail: say('registryFailures.plain.detail'),
      remedy: say('registryFailures.plain.remedy', { host }),
      cause,
      offer: { type: 'allow-http', registry: host },
    };
  }
  if (CERTIFICATE.test(code)) {
    return {
      code: 'tls-untrusted',
      title: say('registryFailures.untrusted', { host }),
      detail: CERTIFICATE_WORDS[code]?.() ?? say('registryFailures.untrusted.detail'),
      remedy: say('registryFailures.untrusted.remedy', { folder: certsFolder(host) }),
      cause,
    };
  }
  return {
    code: 'registry-unreachable',
    title: say('registryFailures.unreached', { host }),
    detail: NETWORK_WORDS[code]?.(hostname) ?? say('registryFailures.unreached.detail', { cause }),
    remedy: say('registryFailures.checkNetwork'),
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

const CERTIFICATE_WORDS: Readonly<Partial<Record<string, () => string>>> = {
  CERT_HAS_EXPIRED: () => say('registryFailures.certificate.expired'),
  CERT_NOT_YET_VALID: () => say('registryFailures.certificate.early'),
  ERR_TLS_CERT_ALTNAME_INVALID: () => say('registryFailures.certificate.otherHost'),
  DEPTH_ZERO_SELF_SIGNED_CERT: () => say('registryFailures.certificate.self'),
};

const NETWORK_WORDS: Readonly<Partial<Record<string, (hostname: string) => string>>> = {
  ENOTFOUND: (hostname) => say('registryFailures.network.noHost', { host: hostname }),
  EAI_AGAIN: (hostname) => say('registryFailures.network.noLookup', { host: hostname }),
  ECONNREFUSED: () => say('registryFailures.network.nobody'),
  ECONNRESET: () => say('registryFailures.network.ended'),
  UND_ERR_SOCKET: () => say('registryFailures.network.ended'),
  EPROTO: () => say('registryFailures.network.plain'),
  ERR_SSL_WRONG_VERSION_NUMBER: () => say('registryFailures.network.plain'),
  ERR_SSL_PACKET_LENGTH_TOO_LONG: () => say('registryFailures.network.plain'),
  ENETUNREACH: () => say('registryFailures.network.none'),
  EHOSTUNREACH: () => say('registryFailures.network.none'),
  HPE_INVALID_CONSTANT: () => say('registryFailures.network.noWeb'),
  HPE_HEADER_OVERFLOW: () => say('registryFailures.network.large'),
  UND_ERR_HEADERS_OVERFLOW: () => say('registryFailures.network.large'),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: () => say('registryFailures.network.broke'),
};

/** The code of an error; of the first of several, when all addresses of a host were tried. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  // undici wraps what ended a socket.
  const code = 'code' in error ? String(error.code) : '';
  return code === '' || code === 'UND_ERR_SOCKET' ? codeOf(error.cause) || code : code;
}
