/**
 * Asks a registry whether it accepts a login, before anything is kept: GET /v2/ and the challenge that it answers with
 * (distribution docs/content/spec/api.md and spec/auth/token.md; moby daemon/pkg/registry/auth.go).
 */
import { z } from 'zod';
import { FailureError, type Failure } from '../../shared/failure.js';
import { redact, type Credential } from '../credentials/index.js';
import { apiOrigins } from './address.js';
import { parseChallenges, type Challenge } from './challenge.js';
import { createAsk, type Answer, type Ask } from './http.js';
import { objectionToRealm } from './realm.js';

export type LoginCheck = {
  /** The registry asked for no login at all, so it could not say whether this one is right. */
  readonly isOpen: boolean;
};

export type LoginCheckOptions = {
  /** As `registryName` gives it. */
  readonly registry: string;
  readonly credential: Credential;
  /** Milliseconds for each request. */
  readonly timeoutMs?: number;
  /** Where to ask, instead of what follows from the name. */
  readonly origins?: readonly [string, ...string[]];
};

/**
 * @throws FailureError `auth-rejected` (wrong password), `registry-unreachable` (no answer, or none of a registry),
 * `tls-untrusted`, `rate-limited`, `denied` (the registry would have the password go to a stranger)
 */
export async function checkLogin(options: LoginCheckOptions): Promise<LoginCheck> {
  const { registry, credential, timeoutMs = 10_000, origins = apiOrigins(options.registry) } = options;
  if (credential.username.includes(':')) throw new FailureError(colonInName(credential.username));
  const check: Check = { registry, credential, ask: createAsk(timeoutMs) };
  try {
    return await checkAtFirst(check, origins);
  } catch (error) {
    throw error instanceof FailureError ? new FailureError(withoutSecret(error.failure, credential)) : error;
  }
}

type Check = { readonly registry: string; readonly credential: Credential; readonly ask: Ask };

async function checkAtFirst(check: Check, [origin, ...others]: readonly string[]): Promise<LoginCheck> {
  if (origin === undefined) throw new FailureError(notARegistry(check.registry, 'It has no address.'));
  let first: Answer;
  try {
    // Without the login: who answers there, and for whom the password would be, is seen first.
    first = await check.ask(apiOf(origin), {});
  } catch (error) {
    if (others.length > 0 && error instanceof FailureError) return checkAtFirst(check, others);
    throw error;
  }
  return checkAt(check, origin, first);
}

const apiOf = (origin: string): URL => new URL('/v2/', origin);

async function checkAt(check: Check, origin: string, first: Answer): Promise<LoginCheck> {
  const { registry, credential, ask } = check;
  if (first.status === 200 && isRegistry(first)) {
    // Open to all; some look at a login only when there is one.
    accept(check, await ask(apiOf(origin), basic(credential)));
    return { isOpen: true };
  }
  if (first.status !== 401) throw new FailureError(strangeAnswer(registry, origin, first));
  const challenges = parseChallenges(first.header('www-authenticate'));
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
  if (bearer && (!isBasic || objectionToRealm(origin, realmOf(bearer)) === null)) {
    const token = await tokenFor(check, origin, bearer);
    accept(check, await ask(apiOf(origin), { authorization: `Bearer ${token}` }));
    return { isOpen: false };
  }
  if (!isBasic)
    throw new FailureError(notARegistry(registry, 'It names no way to log in that Strata knows.'));
  accept(check, await ask(apiOf(origin), basic(credential)));
  return { isOpen: false };
}

function accept(check: Check, answer: Answer): void {
  if (answer.status === 200 && isRegistry(answer)) return;
  if (answer.status === 401 || answer.status === 403) throw new FailureError(rejected(check, answer));
  throw new FailureError(strangeAnswer(check.registry, null, answer));
}

const realmOf = ({ parameters }: Challenge): string => parameters.get('realm') ?? '';

const tokenAnswer = z.object({ token: z.string().optional(), access_token: z.string().optional() });
/** What may stand in a header: a token is the token service's own text. */
const headerValue = /^[\x21-\x7e]{1,65536}$/;

async function tokenFor(check: Check, origin: string, challenge: Challenge): Promise<string> {
  const realm = realmOf(challenge);
  const objection = objectionToRealm(origin, realm);
  if (objection !== null) throw new FailureError(strangerAsks(check.registry, realm, objection));
  const url = new URL(realm);
  const service = challenge.parameters.get('service');
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('account', check.credential.username);
  url.searchParams.set('client_id', 'strata');
  const answer = await check.ask(url, basic(check.credential));
  if (answer.status === 401 || answer.status === 403) throw new FailureError(rejected(check, answer));
  if (answer.status !== 200) throw new FailureError(strangeAnswer(check.registry, url.origin, answer));
  const { token = '', access_token: other = '' } = tokenAnswer.safeParse(parseJson(answer.text)).data ?? {};
  const given = token || other;
  if (headerValue.test(given)) return given;
  throw new FailureError(notARegistry(check.registry, `Its token service ${url.host} gave no token.`));
}

/** RFC 7617 with UTF-8, which is what registries read. */
function basic({ username, secret }: Credential): { readonly authorization: string } {
  return {
    authorization: `Basic ${Buffer.from(`${username}:${secret.reveal()}`, 'utf8').toString('base64')}`,
  };
}

/** A web page is no registry. An empty body or JSON is what registries answer; the version header is optional by now. */
function isRegistry(answer: Answer): boolean {
  if (answer.header('docker-distribution-api-version').length > 0) return true;
  return answer.text.trim() === '' || parseJson(answer.text) !== undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const registryErrors = z.object({
  errors: z.array(z.object({ code: z.string().optional(), message: z.string().optional() })).optional(),
  details: z.string().optional(),
  message: z.string().optional(),
});

/** The registry's own words, if it has any. */
function wordsOf({ status, text }: Answer): string {
  const { errors = [], details, message } = registryErrors.safeParse(parseJson(text)).data ?? {};
  const said = errors[0]?.message ?? details ?? message ?? '';
  return `HTTP ${status}${said === '' ? '' : `: ${said.slice(0, 500)}`}`;
}

function rejected({ registry, credential }: Check, answer: Answer): Failure {
  return {
    code: 'auth-rejected',
    title: `${registry} doesn’t accept this login`,
    detail: `It knows no user “${credential.username}” with this password or token.`,
    remedy: 'Check the user name and the password. Where two-factor login is on, use an access token.',
    cause: wordsOf(answer),
  };
}

function strangeAnswer(registry: string, origin: string | null, answer: Answer): Failure {
  const { status } = answer;
  const cause = wordsOf(answer);
  if (status === 429) {
    return {
      code: 'rate-limited',
      title: `${registry} refuses more requests for now`,
      detail: 'It was asked too often from here.',
      remedy: 'Wait a few minutes, then try again.',
      cause,
    };
  }
  if (status >= 300 && status < 400) {
    const [location = ''] = answer.header('location');
    const to = URL.canParse(location, origin ?? undefined) ? new URL(location, origin ?? undefined).host : '';
    return {
      ...notARegistry(
        registry,
        `It redirects${to === '' ? '' : ` to ${to}`}, and a login is not sent along.`,
      ),
      ...(to === '' ? {} : { remedy: `If ${to} is the registry that you mean, log in to that.` }),
      cause,
    };
  }
  if (status >= 500) {
    return {
      code: 'registry-unreachable',
      title: `${registry} doesn’t work at the moment`,
      detail: 'It answers with an error of its own.',
      remedy: 'Try again later.',
      cause,
    };
  }
  return { ...notARegistry(registry, 'What answers there doesn’t speak as a registry does.'), cause };
}

function notARegistry(registry: string, detail: string): Failure {
  return {
    code: 'registry-unreachable',
    title: `${registry} is not a registry`,
    detail,
    remedy: 'Check the address: it is the first part of the images’ names there.',
  };
}

function strangerAsks(registry: string, realm: string, objection: string): Failure {
  const host = URL.canParse(realm) ? new URL(realm).host : realm.slice(0, 200);
  return {
    code: 'denied',
    title: `${registry} wants the password sent to ${host === '' ? 'nobody' : host}`,
    detail: `Strata did not send it: ${objection}.`,
    remedy: 'Ask whoever runs the registry. It may have been tampered with.',
  };
}

function colonInName(username: string): Failure {
  return {
    code: 'invalid-input',
    title: `“${username.slice(0, 100)}” can’t be a user name`,
    detail: 'A registry reads the colon as the end of the name.',
    remedy: 'Type the user name alone; the password goes into its own field.',
  };
}

function withoutSecret(failure: Failure, { secret }: Credential): Failure {
  return failure.cause === undefined ? failure : { ...failure, cause: redact(failure.cause, [secret]) };
}
