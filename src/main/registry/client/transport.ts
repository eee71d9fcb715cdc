/** One request over HTTP and its answer, never redirected: connections, proxies, certificates and time limits. */
import type { Readable } from 'node:stream';
import { Agent, EnvHttpProxyAgent, errors, type Dispatcher } from 'undici';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { isLoopback } from '../address.js';
import { networkFailure, noAnswer } from '../network-failure.js';
import { readWhole } from './body.js';
import { certificateFolders, readCertificates } from './certificates.js';

export type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';

export type TransportRequest = {
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly signal?: AbortSignal | undefined;
};

export type TransportAnswer = {
  readonly status: number;
  /** A header's lines; empty when it isn't there. */
  readonly header: (name: string) => readonly string[];
  /** Must be read to its end, or destroyed. Fails as streams do: `failureOf` has the words for it. */
  readonly body: Readable;
  /** All of the body; null when there is more than `limit` bytes of it. @throws FailureError when it breaks off */
  readonly whole: (limit: number) => Promise<Buffer | null>;
  readonly failureOf: (error: unknown) => FailureError;
};

export type Transport = {
  /** @throws FailureError `registry-unreachable`, `tls-untrusted`, `cancelled` */
  readonly send: (request: TransportRequest) => Promise<TransportAnswer>;
  readonly stop: () => Promise<void>;
};

export type TransportOptions = {
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds until an answer begins, and between any two of its parts. */
  readonly timeoutMs?: number;
  /** Where certificates of single hosts lie, each in a folder named by it. */
  readonly certificates?: readonly string[];
};

const MAX_HEADERS = 64 * 1024;
/** More at once is what registries take for an attack. */
const CONNECTIONS = 8;

/** Not `fetch`, which refuses ports that a registry may well have (5060, 6000, 10080…) and hides redirects. */
export function createTransport({
  environment = {},
  timeoutMs = 20_000,
  certificates = certificateFolders(environment),
}: TransportOptions = {}): Transport {
  const dispatchers = new Map<string, Dispatcher>();

  const dispatcherOf = ({ host }: URL): Dispatcher => {
    const known = dispatchers.get(host);
    if (known) return known;
    const own = readCertificates(host, certificates, environment.NODE_EXTRA_CA_CERTS);
    // As docker: who stands at a loopback address is known without a certificate.
    const tls = {
      ...(own === null ? {} : { ...own, ca: [...own.ca] }),
      rejectUnauthorized: !isLoopback(host),
    };
    const options = {
      connections: CONNECTIONS,
      maxHeaderSize: MAX_HEADERS,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { ...tls, timeout: timeoutMs },
    };
    // A proxy is never asked for this machine itself, as with docker.
    const made = isLoopback(host)
      ? new Agent(options)
      : new EnvHttpProxyAgent({ ...options, requestTls: { ...tls, timeout: timeoutMs } });
    dispatchers.set(host, made);
    return made;
  };

  return {
    async send({ method, url, headers = {}, body, signal }) {
      const toFailure = (error: unknown): FailureError => failureOf(error, url, timeoutMs, signal);
      try {
        const answer = await dispatcherOf(url).request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method,
          headers: { accept: 'application/json', 'user-agent': 'Strata', ...headers },
          ...(body === undefined ? {} : { body }),
          ...(signal === undefined ? {} : { signal }),
        });
        return {
          status: answer.statusCode,
          header: (name) => linesOf(answer.headers[name]),
          body: answer.body,
          whole: (limit) =>
            readWhole(answer.body, limit).catch((error: unknown) => {
              throw toFailure(error);
            }),
          failureOf: toFailure,
        };
      } catch (error) {
        throw toFailure(error);
      }
    },
    async stop() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
      dispatchers.clear();
    },
  };
}

const linesOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** What broke while `url` was asked, or while its answer was read. */
function failureOf(
  error: unknown,
  url: URL,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): FailureError {
  if (error instanceof FailureError) return error;
  if (signal?.aborted === true) {
    return new FailureError({
      code: 'cancelled',
      title: say('registryFailures.notToTheEnd', { host: url.host }),
      detail: say('failures.cancelled'),
    });
  }
  const isTime =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError;
  return new FailureError(isTime ? noAnswer(url, timeoutMs) : networkFailure(url, error));
}
