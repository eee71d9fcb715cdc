/**
 * What an engine's failures mean. The one place that reads its words: the API gives codes for few things, and for
 * pushes, pulls and builds only text. Each text says the engine versions it was seen on.
 */
import { FailureError, messageOf, type Failure, type FailureCode } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

export type FailureWords = {
  /** What happened, and to what. */
  readonly title: string;
  /** The title when the engine says that there is no such thing: that is more than "it didn't work". */
  readonly absent?: string;
  /** What to do next, when that is known better by the caller than by the code. */
  readonly remedy?: string;
};

type Meaning = Pick<Failure, 'code' | 'detail' | 'remedy' | 'command'>;

/** By text, first match counts. Seen on Docker Engine 20.10 unless said otherwise. */
const TEXTS = [
  [/no space left on device|disk quota exceeded/i, 'disk-full', 'diskFull'],
  [/toomanyrequests|too many requests|rate limit/i, 'rate-limited', 'tooOften'],
  [
    /x509|certificate signed by unknown|tls: (failed|bad|unknown)|certificate is (not valid|valid for)/i,
    'tls-untrusted',
    'untrusted',
  ],
  [/server gave HTTP response to HTTPS client/i, 'tls-untrusted', 'plain'],
  [
    /connection refused|no such host|server misbehaving|name resolution|i\/o timeout|context deadline exceeded|network is unreachable|no route to host|TLS handshake timeout|Client\.Timeout/i,
    'registry-unreachable',
    'silent',
  ],
  [
    /connection reset by peer|broken pipe|closed network connection|: EOF$/i,
    'registry-unreachable',
    'brokeOff',
  ],
  [/unexpected HTTP status: 5\d\d/i, 'registry-unreachable', 'ownError'],
  [
    /verification failed for digest|does not match provided digest|digest mismatch/i,
    'unexpected',
    'notTheDigest',
  ],
  [
    /unexpected HTTP status: \d|invalid checksum digest format|no realm specified|error parsing HTTP \d+ response body|invalid character .* looking for beginning of value|unexpected end of JSON input/i,
    'registry-unreachable',
    'noRegistry',
  ],
  [
    /no basic auth credentials|authentication required|401 Unauthorized|unauthorized: access to/i,
    'auth-required',
    'login',
  ],
  [
    /incorrect username or password|unauthorized: (bad|invalid)|invalid username\/password|HTTP Basic: Access denied|token has expired/i,
    'auth-rejected',
    'rejected',
  ],
  // The code alone, with words of the registry's own.
  [/(^|: )unauthorized: /i, 'auth-required', 'otherLogin'],
  // A registry that hides what one may not see says that it isn't there: seen on Docker Hub's.
  [
    /pull access denied|requested access to the resource is denied|denied:|insufficient_scope|403 Forbidden/i,
    'denied',
    'denied',
  ],
  [
    /manifest unknown|manifest for .* not found|not found: manifest|name unknown|repository name not known/i,
    'not-found',
    'noImage',
  ],
  [/no matching manifest for/i, 'not-found', 'noPlatform'],
] as const satisfies readonly (readonly [RegExp, FailureCode, string])[];

/** Node's own codes, at any moment of a connection. */
const CONNECTION: Readonly<Record<string, Broken>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ETIMEDOUT: 'silentHost',
  EHOSTUNREACH: 'silentHost',
  ENETUNREACH: 'silentHost',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrustedEngine',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrustedEngine',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrustedEngine',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrustedEngine',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrustedEngine',
  CERT_HAS_EXPIRED: 'untrustedEngine',
};

/** The same codes come from files; only from a connection do they speak of the engine. */
const ON_CONNECT: Readonly<Record<string, Broken>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
};

/** What is wrong with a connection. */
const BROKEN = {
  refused: 'engine-unreachable',
  gone: 'engine-unreachable',
  forbidden: 'engine-unreachable',
  unknownHost: 'engine-unreachable',
  silentHost: 'engine-unreachable',
  cut: 'interrupted',
  untrustedEngine: 'tls-untrusted',
} as const satisfies Readonly<Record<string, FailureCode>>;
type Broken = keyof typeof BROKEN;

const brokenConnection = (broken: Broken): Meaning => ({
  code: BROKEN[broken],
  detail: say(`engineFailures.connection.${broken}`),
  remedy: say(`engineFailures.connection.${broken}.remedy`),
  ...(broken === 'forbidden' ? { command: 'sudo usermod -aG docker $USER' } : {}),
});

/** Maps whatever dockerode, a socket or an engine's stream gave as an error. A `FailureError` keeps what it says. */
export function engineFailure(error: unknown, words: FailureWords): Failure {
  if (error instanceof FailureError) return error.failure;
  const cause = engineWords(error);
  const { remedy, ...meaning } = meaningOf(error, cause);
  // What the caller would do about it counts only where the engine itself is well.
  const said = isAboutConnection(meaning.code) ? remedy : (words.remedy ?? remedy);
  const title = meaning.code === 'not-found' ? (words.absent ?? words.title) : words.title;
  return { ...meaning, title, ...(said === undefined ? {} : { remedy: said }), cause };
}

const isAboutConnection = (code: FailureCode): boolean =>
  code === 'engine-unreachable' || code === 'interrupted';

/** For `catch`: throws what `engineFailure` gives. */
export function refuse(words: FailureWords): (error: unknown) => never {
  return (error) => {
    throw new FailureError(engineFailure(error, words));
  };
}

function meaningOf(error: unknown, text: string): Meaning {
  const { code = '', statusCode, syscall } = facts(error);
  const connection = CONNECTION[code] ?? (syscall === 'connect' ? ON_CONNECT[code] : undefined);
  if (connection) return brokenConnection(connection);
  if (code === 'ABORT_ERR') return { code: 'cancelled', detail: say('failures.cancelled') };
  if (statusCode === 409) return conflict(text);
  const known = TEXTS.find(([pattern]) => pattern.test(text));
  if (known) {
    const [, means, name] = known;
    return {
      code: means,
      detail: say(`engineFailures.registry.${name}`),
      remedy: say(`engineFailures.registry.${name}.remedy`),
    };
  }
  if (statusCode === 404) return { code: 'not-found', detail: sentence(text) };
  return { code: 'engine-refused', detail: sentence(text) };
}

/** Seen on 20.10: a name or an image that a container was made from is kept, with HTTP 409. */
const USED_BY =
  /container \S+ is using its referenced image|image is being used by (?:stopped|running) container/i;

function conflict(text: string): Meaning {
  return {
    code: 'conflict',
    detail: sentence(text),
    ...(USED_BY.test(text) ? { remedy: say('engineFailures.removeContainer') } : {}),
  };
}

/** The engine's own message, without dockerode's `(HTTP code 404) no such image - ` before it. */
export function engineWords(error: unknown): string {
  const json = typeof error === 'object' && error !== null && 'json' in error ? error.json : undefined;
  if (typeof json === 'object' && json !== null && 'message' in json && typeof json.message === 'string')
    return json.message.trim().slice(0, 20_000);
  // Where a host has several addresses, Node tells of each one and of nothing as a whole.
  const text =
    error instanceof AggregateError && error.message === ''
      ? error.errors.map((each: unknown) => messageOf(each)).join('; ')
      : messageOf(error);
  return text
    .replace(/^\(HTTP code \d+\) .*? - /, '')
    .trim()
    .slice(0, 20_000);
}

type Facts = { readonly code?: string; readonly syscall?: string; readonly statusCode?: number };

function facts(error: unknown): Facts {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('syscall' in error && typeof error.syscall === 'string' ? { syscall: error.syscall } : {}),
    ...('statusCode' in error && typeof error.statusCode === 'number'
      ? { statusCode: error.statusCode }
      : {}),
  };
}

function sentence(text: string): string {
  const short = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  return short === '' ? say('engineFailures.noReason') : say('engineFailures.says', { words: short });
}
