/**
 * What an engine's failures mean. The one place that reads its words: the API gives codes for few things, and for
 * pushes, pulls and builds only text. Each text says the engine versions it was seen on.
 */
import { FailureError, messageOf, type Failure, type FailureCode } from '../../shared/failure.js';

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
const TEXTS: readonly (readonly [RegExp, Meaning])[] = [
  [
    /no space left on device|disk quota exceeded/i,
    {
      code: 'disk-full',
      detail: 'The engine’s disk is full.',
      remedy: 'Free some space on it, then try again.',
    },
  ],
  [
    /toomanyrequests|too many requests|rate limit/i,
    {
      code: 'rate-limited',
      detail: 'The registry refuses more requests for now.',
      remedy: 'Wait a while, or log in to be allowed more.',
    },
  ],
  [
    /x509|certificate signed by unknown|tls: (failed|bad|unknown)|certificate is (not valid|valid for)/i,
    {
      code: 'tls-untrusted',
      detail: 'The registry’s certificate is not trusted by the engine.',
      remedy: 'Add its certificate authority to the engine’s certs.d folder.',
    },
  ],
  [
    /server gave HTTP response to HTTPS client/i,
    {
      code: 'tls-untrusted',
      detail: 'The registry speaks plain http, and the engine accepts only https from it.',
      remedy: 'List the registry under the engine’s insecure-registries.',
    },
  ],
  [
    /connection refused|no such host|server misbehaving|name resolution|i\/o timeout|context deadline exceeded|network is unreachable|no route to host|TLS handshake timeout|Client\.Timeout/i,
    {
      code: 'registry-unreachable',
      detail: 'The registry doesn’t answer.',
      remedy: 'Check its name and the network, then try again.',
    },
  ],
  [
    /connection reset by peer|broken pipe|closed network connection|: EOF$/i,
    {
      code: 'registry-unreachable',
      detail: 'The connection to the registry broke off, and the engine has given up.',
      remedy: 'Try again: what has arrived is not sent again.',
    },
  ],
  [
    /unexpected HTTP status: 5\d\d/i,
    {
      code: 'registry-unreachable',
      detail: 'The registry answers with an error of its own.',
      remedy: 'Try again later, or tell whoever runs it.',
    },
  ],
  [
    /verification failed for digest|does not match provided digest|digest mismatch/i,
    {
      code: 'unexpected',
      detail: 'What the registry sent is not what its digest stands for.',
      remedy:
        'Try again. If it stays so, ask whoever runs the registry: its copy is damaged, or was tampered with.',
    },
  ],
  [
    /unexpected HTTP status: \d|invalid checksum digest format|no realm specified|error parsing HTTP \d+ response body|invalid character .* looking for beginning of value|unexpected end of JSON input/i,
    {
      code: 'registry-unreachable',
      detail: 'What answers there doesn’t speak as a registry does.',
      remedy: 'Check the address: it is the first part of the images’ names there.',
    },
  ],
  [
    /no basic auth credentials|authentication required|401 Unauthorized|unauthorized: access to/i,
    {
      code: 'auth-required',
      detail: 'The registry wants a login.',
      remedy: 'Log in to the registry, then try again.',
    },
  ],
  [
    /incorrect username or password|unauthorized: (bad|invalid)|invalid username\/password|HTTP Basic: Access denied|token has expired/i,
    {
      code: 'auth-rejected',
      detail: 'The registry doesn’t accept the login.',
      remedy: 'Log in again with the right user name and password or token.',
    },
  ],
  // The code alone, with words of the registry's own.
  [
    /(^|: )unauthorized: /i,
    {
      code: 'auth-required',
      detail: 'The registry wants a login, or another one.',
      remedy: 'Log in to the registry, then try again.',
    },
  ],
  // A registry that hides what one may not see says that it isn't there: seen on Docker Hub's.
  [
    /pull access denied|requested access to the resource is denied|denied:|insufficient_scope|403 Forbidden/i,
    {
      code: 'denied',
      detail: 'The registry doesn’t allow this, or there is no such repository.',
      remedy: 'Check the name, and log in with an account that may do it.',
    },
  ],
  [
    /manifest unknown|manifest for .* not found|not found: manifest|name unknown|repository name not known/i,
    { code: 'not-found', detail: 'The registry has no such image.', remedy: 'Check the name and the tag.' },
  ],
  [
    /no matching manifest for/i,
    {
      code: 'not-found',
      detail: 'The registry has this image, but not for this platform.',
      remedy: 'Choose one of the platforms that it has.',
    },
  ],
];

const START = 'Start it. Strata connects by itself when it is there.';
const gone: Meaning = {
  code: 'engine-unreachable',
  detail: 'Nothing listens there: the engine isn’t installed, or not started.',
  remedy: START,
};
const forbidden: Meaning = {
  code: 'engine-unreachable',
  detail: 'You aren’t allowed to use the engine’s socket.',
  remedy: 'Join the docker group by this line in a terminal, then log in to your computer again.',
  command: 'sudo usermod -aG docker $USER',
};
const unknownHost: Meaning = {
  code: 'engine-unreachable',
  detail: 'The engine’s host isn’t known.',
  remedy: 'Check DOCKER_HOST or the docker context.',
};
const silent: Meaning = {
  code: 'engine-unreachable',
  detail: 'The engine’s host doesn’t answer.',
  remedy: 'Check the network to it.',
};
const cut: Meaning = {
  code: 'interrupted',
  detail: 'The engine ended the connection.',
  remedy: 'Look whether the engine is running, then try again.',
};
const untrusted: Meaning = {
  code: 'tls-untrusted',
  detail: 'The engine’s certificate is not trusted.',
  remedy: 'Check the ca.pem in DOCKER_CERT_PATH or in the docker context.',
};

/** Node's own codes, at any moment of a connection. */
const CONNECTION: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: { code: 'engine-unreachable', detail: 'The engine isn’t running.', remedy: START },
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  ETIMEDOUT: silent,
  EHOSTUNREACH: silent,
  ENETUNREACH: silent,
  ECONNRESET: cut,
  EPIPE: cut,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
  CERT_HAS_EXPIRED: untrusted,
};

/** The same codes come from files; only from a connection do they speak of the engine. */
const ON_CONNECT: Readonly<Record<string, Meaning>> = {
  ENOENT: gone,
  ENOTDIR: gone,
  EACCES: forbidden,
  EPERM: forbidden,
};

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
  if (connection) return connection;
  if (code === 'ABORT_ERR') return { code: 'cancelled', detail: 'It was cancelled.' };
  if (statusCode === 409) return conflict(text);
  const known = TEXTS.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
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
    ...(USED_BY.test(text) ? { remedy: 'Remove the container first, for instance with “docker rm”.' } : {}),
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
  return short === '' ? 'The engine gave no reason.' : `The engine says: ${short}`;
}
