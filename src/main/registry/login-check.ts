/**
 * Asks a registry whether it accepts a login, before anything is kept: GET /v2/ and the challenge that it answers with
 * (distribution docs/content/spec/api.md and spec/auth/token.md; moby daemon/pkg/registry/auth.go).
 */
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { IDENTITY_TOKEN, redact, type Credential } from '../credentials/index.js';
import { apiOrigins } from './address.js';
import { parseChallenges, type Challenge } from './challenge.js';
import { wordsOf } from './client/answer-failure.js';
import { parseJson } from './client/body.js';
import { basic, bearer, fetchToken, realmOf, TokenRefused } from './client/token.js';
import { createTransport, type Transport } from './client/transport.js';
import { mayBePlain } from './network-failure.js';
import { objectionAfterAll } from './realm.js';

export type LoginCheck = {
  /** The registry asked for no login at all, so it could not say whether this one is right. */
  readonly isOpen: boolean;
};

export type LoginCheckOptions = {
  /** As `registryName` gives it. */
  readonly registry: string;
  readonly credential: Credential;
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds for each request. */
  readonly timeoutMs?: number;
  /** Where to ask, instead of what follows from the name. */
  readonly origins?: readonly [string, ...string[]];
  /** Origins of other hosts' token services that may have the password. */
  readonly allowed?: readonly string[];
};

/**
 * @throws FailureError `auth-rejected` (wrong password), `registry-unreachable` (no answer, or none of a registry),
 * `tls-untrusted`, `rate-limited`, `denied` (the registry would have the password go to a stranger)
 */
export async function checkLogin(options: LoginCheckOptions): Promise<LoginCheck> {
  const { registry, credential, environment = {}, timeoutMs = 10_000 } = options;
  const { origins = apiOrigins(registry), allowed = [] } = options;
  if (credential.username.includes(':')) throw new FailureError(colonInName(credential.username));
  const transport = createTransport({ environment, timeoutMs });
  const check: Check = { registry, credential, transport, allowed };
  try {
    return await checkAtFirst(check, origins);
  } catch (error) {
    throw error instanceof FailureError ? new FailureError(withoutSecret(error.failure, credential)) : error;
  } finally {
    await transport.stop();
  }
}

type Check = {
  readonly registry: string;
  readonly credential: Credential;
  readonly transport: Transport;
  readonly allowed: readonly string[];
};

type Answer = {
  readonly status: number;
  readonly header: (name: string) => readonly string[];
  /** Its beginning, where it is longer than a registry's answer would be. */
  readonly text: string;
};

const MAX_BODY = 1024 * 1024;

async function ask(
  { transport }: Check,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { status, header, whole } = await transport.send({ method: 'GET', url, headers });
  const bytes = await whole(MAX_BODY);
  return { status, header, text: bytes?.toString('utf8') ?? '<too long>' };
}

async function checkAtFirst(check: Check, [origin, ...others]: readonly string[]): Promise<LoginCheck> {
  if (origin === undefined)
    throw new FailureError(notARegistry(check.registry, say('registryFailures.noAddress')));
  let first: Answer;
  try {
    // Without the login: who answers there, and for whom the password would be, is seen first.
    first = await ask(check, apiOf(origin), {});
  } catch (error) {
    if (others.length > 0 && mayBePlain(error)) return checkAtFirst(check, others);
    throw error;
  }
  return checkAt(check, origin, first);
}

const apiOf = (origin: string): URL => new URL('/v2/', origin);

async function checkAt(check: Check, origin: string, first: Answer): Promise<LoginCheck> {
  const { registry, credential } = check;
  if (first.status === 200 && isRegistry(first)) {
    // Open to all; some look at a login only when there is one.
    accept(check, await ask(check, apiOf(origin), basic(credential)));
    return { isOpen: true };
  }
  if (first.status !== 401) throw new FailureError(strangeAnswer(registry, origin, first));
  const challenges = parseChallenges(first.header('www-authenticate'));
  const bearerChallenge = challenges.find(({ scheme }) => scheme === 'bearer');
  const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
  const isOwn =
    bearerChallenge && (await objectionAfterAll(origin, realmOf(bearerChallenge), check.allowed)) === null;
  if (bearerChallenge && (!isBasic || isOwn === true)) {
    accept(check, await ask(check, apiOf(origin), await tokenFor(check, origin, bearerChallenge)));
    return { isOpen: false };
  }
  if (!isBasic) throw new FailureError(notARegistry(registry, say('registryFailures.noKnownWayIn')));
  if (credential.username === IDENTITY_TOKEN) throw new FailureError(noIdentities(registry));
  accept(check, await ask(check, apiOf(origin), basic(credential)));
  return { isOpen: false };
}

function accept(check: Check, answer: Answer): void {
  if (answer.status === 200 && isRegistry(answer)) return;
  if (answer.status === 401 || answer.status === 403) throw new FailureError(rejected(check, answer));
  throw new FailureError(strangeAnswer(check.registry, null, answer));
}

/** The header that the login is exchanged for. */
async function tokenFor(check: Check, origin: string, challenge: Challenge) {
  const { registry, transport, credential, allowed } = check;
  try {
    const request = { registry, origin, challenge, scopes: [], credential, allowed };
    return bearer(await fetchToken(transport, request, Date.now()));
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    const answer: Answer = { ...error.answer, text: error.text };
    if (answer.status === 401 || answer.status === 403) throw new FailureError(rejected(check, answer));
    throw new FailureError(strangeAnswer(registry, error.origin, answer));
  }
}

/** A web page is no registry. An empty body or JSON is what registries answer; the version header is optional by now. */
function isRegistry(answer: Answer): boolean {
  if (answer.header('docker-distribution-api-version').length > 0) return true;
  return answer.text.trim() === '' || parseJson(answer.text) !== undefined;
}

function rejected({ registry, credential }: Check, answer: Answer): Failure {
  return {
    code: 'auth-rejected',
    title: say('registryFailures.login', { registry }),
    ...(credential.username === IDENTITY_TOKEN
      ? {
          detail: say('registryFailures.login.identity'),
          remedy: say('registryFailures.login.identity.remedy'),
        }
      : {
          detail: say('registryFailures.login.unknown', { username: credential.username }),
          remedy: say('registryFailures.login.unknown.remedy'),
        }),
    cause: wordsOf(answer.status, answer.text).words,
  };
}

const noIdentities = (registry: string): Failure => ({
  code: 'auth-rejected',
  title: say('registryFailures.noIdentities', { registry }),
  detail: say('registryFailures.noIdentities.detail'),
  remedy: say('registryFailures.noIdentities.remedy'),
});

function strangeAnswer(registry: string, origin: string | null, answer: Answer): Failure {
  const { status } = answer;
  const cause = wordsOf(status, answer.text).words;
  if (status === 429) {
    return {
      code: 'rate-limited',
      title: say('registryFailures.refusesMore', { registry }),
      detail: say('registryFailures.refusesMore.detail'),
      remedy: say('registryFailures.refusesMore.remedy'),
      cause,
    };
  }
  if (status >= 300 && status < 400) {
    const [location = ''] = answer.header('location');
    const to = URL.canParse(location, origin ?? undefined) ? new URL(location, origin ?? undefined).host : '';
    return {
      ...notARegistry(
        registry,
        to === '' ? say('registryFailures.redirects') : say('registryFailures.redirects.to', { to }),
      ),
      ...(to === '' ? {} : { remedy: say('registryFailures.redirects.remedy', { to }) }),
      cause,
    };
  }
  if (status >= 500) {
    return {
      code: 'registry-unreachable',
      title: say('registryFailures.notWorking', { registry }),
      detail: say('registryFailures.notWorking.detail'),
      remedy: say('registryFailures.later'),
      cause,
    };
  }
  return { ...notARegistry(registry, say('registryFailures.notAsRegistry')), cause };
}

function notARegistry(registry: string, detail: string): Failure {
  return {
    code: 'registry-unreachable',
    title: say('registryFailures.notARegistry', { registry }),
    detail,
    remedy: say('registryFailures.checkAddress'),
  };
}

function colonInName(username: string): Failure {
  return {
    code: 'invalid-input',
    title: say('registryFailures.colon', { username: username.slice(0, 100) }),
    detail: say('registryFailures.colon.detail'),
    remedy: say('registryFailures.colon.remedy'),
  };
}

function withoutSecret(failure: Failure, { secret }: Credential): Failure {
  return failure.cause === undefined ? failure : { ...failure, cause: redact(failure.cause, [secret]) };
}
