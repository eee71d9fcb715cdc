/** One request to a registry or its token service: never redirected, bounded in time and size, its troubles in words. */
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { isLoopback } from './address.js';

export type Answer = {
  readonly status: number;
  /** A header's lines; empty when it isn't there. */
  readonly header: (name: string) => readonly string[];
  /** At most `MAX_BODY` bytes of it. */
  readonly text: string;
};

const MAX_BODY = 1024 * 1024;
const MAX_HEADERS = 64 * 1024;

export type Ask = (url: URL, headers: Readonly<Record<string, string>>) => Promise<Answer>;

/** A `GET` without redirects. Not `fetch`, which refuses ports that a registry may well have (5060, 6000, 10080…). */
export function createAsk(timeoutMs: number): Ask {
  return (url, headers) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const fail = (error: unknown): void =>
        reject(new FailureError(signal.aborted ? noAnswer(url, timeoutMs) : networkFailure(url, error)));
      const options = {
        signal,
        headers: { accept: 'application/json', 'user-agent': 'Strata', ...headers },
        maxHeaderSize: MAX_HEADERS,
        // As docker: who stands at a loopback address is known without a certificate.
        rejectUnauthorized: !isLoopback(url.host),
      };
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      send(url, options, (response) => {
        readBounded(response).then(
          (text) =>
            resolve({
              status: response.statusCode ?? 0,
              header: (name) => response.headersDistinct[name] ?? [],
              text,
            }),
          fail,
        );
      })
        .on('error', fail)
        .end();
    });
}

async function readBounded(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    chunks.push(bytes);
    size += bytes.length;
    // Leaving the loop destroys the response.
    if (size > MAX_BODY) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8');
}

function noAnswer({ host }: URL, timeoutMs: number): Failure {
  return {
    code: 'registry-unreachable',
    title: `${host} doesn’t answer`,
    detail: `Nothing came back within ${timeoutMs / 1000} s.`,
    remedy: 'Check the address and the network, then try again.',
  };
}

const CERTIFICATE =
  /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|CRL_)/;

function networkFailure({ host, hostname }: URL, error: unknown): Failure {
  const code = codeOf(error);
  const cause = messageOf(error);
  if (CERTIFICATE.test(code)) {
    return {
      code: 'tls-untrusted',
      title: `${host} can’t be trusted`,
      detail: CERTIFICATE_WORDS[code] ?? 'Its certificate is not signed by an authority that Strata knows.',
      remedy:
        'If the registry is yours, start Strata with NODE_EXTRA_CA_CERTS naming the authority’s certificate, and add it to the engine’s certs.d folder.',
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
  EPROTO: () => 'It doesn’t speak https.',
  ERR_SSL_WRONG_VERSION_NUMBER: () => 'It doesn’t speak https.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: () => 'It doesn’t speak https.',
  ENETUNREACH: () => 'There is no network to it.',
  EHOSTUNREACH: () => 'There is no network to it.',
  HPE_INVALID_CONSTANT: () => 'What answers there is not a web server.',
  HPE_HEADER_OVERFLOW: () => 'Its answer is too large to be a registry’s.',
};

/** The code of an error; of the first of several, when all addresses of a host were tried. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
