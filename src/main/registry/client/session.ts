/** Requests to one registry: found at its origin, authorised as it asks for, tried again where that is safe, redirected with care. */
import { setTimeout } from 'node:timers/promises';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import type { Credential } from '../../credentials/index.js';
import { isLoopback } from '../address.js';
import { parseChallenges, type Challenge } from '../challenge.js';
import { mayBePlain } from '../network-failure.js';
import { parseRetryAfter, refusal } from './answer-failure.js';
import { createAuthority, type Authority } from './authority.js';
import { drain } from './body.js';
import { TokenRefused } from './token.js';
import type { Method, Transport, TransportAnswer } from './transport.js';

export type SessionRequest = {
  readonly method: Method;
  /** With its query, from `/v2/` on. */
  readonly path: string;
  /** Null for what belongs to no repository, as its challenge names what is needed. */
  readonly repository: string | null;
  readonly actions: string;
  /** `Listing the tags of team/app failed`: the head of every failure. */
  readonly title: string;
  /** Answers beside 2xx that are no failure. */
  readonly expected?: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly signal?: AbortSignal | undefined;
};

export type SessionAnswer = TransportAnswer & {
  /** Where it came from in the end. */
  readonly url: URL;
};

/** How a registry wants to be told who asks. `challenges` is null where nobody need say. */
export type WaysIn = { readonly origin: string; readonly challenges: readonly Challenge[] | null };

export type Session = {
  readonly send: (request: SessionRequest) => Promise<SessionAnswer>;
  /** What it says to somebody whom it doesn't know. */
  readonly waysIn: (signal?: AbortSignal) => Promise<WaysIn>;
  /** Tokens and logins are asked for anew, and where it answers is looked for again. */
  readonly forget: () => void;
};

export type SessionOptions = {
  readonly registry: string;
  readonly transport: Transport;
  /** Where it may answer, the best first. */
  readonly origins: () => Promise<readonly string[]>;
  readonly authFor: (registry: string, repository?: string) => Promise<Credential | null>;
  /** Origins of other hosts' token services that may have its passwords. */
  readonly tokenServices: (registry: string) => readonly string[];
};

const MAX_REDIRECTS = 5;
const MAX_ERROR = 256 * 1024;
/** A registry that wants longer is left alone, and the user told. */
const LONGEST_WAIT_S = 10;
const TRIES = 3;

export function createSession(options: SessionOptions): Session {
  const { registry, transport, origins } = options;
  const authority = createAuthority(options);
  let origin: Promise<string> | null = null;

  /** The first origin at which anything answers. One that can't be trusted is no reason to go on without encryption. */
  const findOrigin = async (signal: AbortSignal | undefined): Promise<string> => {
    const [first = '', ...others] = await origins();
    for (const [at, candidate] of [first, ...others].entries()) {
      if (at === others.length) return candidate;
      try {
        const { body } = await transport.send({ method: 'GET', url: new URL('/v2/', candidate), signal });
        await drain(body);
        return candidate;
      } catch (error) {
        if (!mayBePlain(error)) throw error;
      }
    }
    return first;
  };
  const originNow = (signal: AbortSignal | undefined): Promise<string> => {
    origin ??= findOrigin(signal).catch((error: unknown) => {
      origin = null;
      throw error;
    });
    return origin;
  };

  return {
    async send(request) {
      const at = await originNow(request.signal);
      try {
        const answer = await authorised(transport, authority, at, request);
        const isSuccess = answer.status >= 200 && answer.status < 300;
        if (isSuccess || request.expected?.includes(answer.status) === true) return answer;
        const text = (await answer.whole(MAX_ERROR))?.toString('utf8') ?? '';
        throw await refused(answer.status, text, answer.header('retry-after')[0], request);
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error;
        const status = [400, 403].includes(error.answer.status) ? 401 : error.answer.status;
        throw await refused(status, error.text, error.answer.header('retry-after')[0], request);
      }
    },
    async waysIn(signal) {
      const at = await originNow(signal);
      const answer = await transport.send({ method: 'GET', url: new URL('/v2/', at), signal });
      await drain(answer.body);
      const lines = answer.status === 401 ? answer.header('www-authenticate') : null;
      return { origin: at, challenges: lines && parseChallenges(lines) };
    },
    forget() {
      origin = null;
      authority.forget();
    },
  };

  async function refused(
    status: number,
    text: string,
    retryAfter: string | undefined,
    { title, repository }: SessionRequest,
  ): Promise<FailureError> {
    const { username, problem } = await authority.who(repository);
    // Without the keychain it was asked as nobody. Where that isn't enough, the keychain is what to mend.
    if (problem !== null && [401, 403, 404].includes(status)) return problem;
    const wait = parseRetryAfter(retryAfter, Date.now());
    const failure = refusal({ title, registry, status, text, username, retryAfter: wait });
    return new FailureError(await authority.masked(repository, failure));
  }
}

/** With a token or login where the registry asks for one: once it has said so, from the start. */
async function authorised(
  transport: Transport,
  authority: Authority,
  origin: string,
  request: SessionRequest,
): Promise<SessionAnswer> {
  let isChallenged = false;
  for (;;) {
    const authorization = await authority.headersFor(origin, request);
    const answer = await patient(transport, new URL(request.path, origin), authorization, request);
    if (answer.status !== 401 || isChallenged) return answer;
    isChallenged = true;
    // A redirect's answer is not the registry's: its challenge is nobody's business.
    if (answer.url.host !== new URL(origin).host) return answer;
    const wasTold = 'authorization' in authorization;
    if (!(await authority.learn(answer.header('www-authenticate'), request, wasTold))) return answer;
    await drain(answer.body);
  }
}

/** Tries again what may be tried again: a registry that is busy, or stumbled once. */
async function patient(
  transport: Transport,
  url: URL,
  authorization: Readonly<Record<string, string>>,
  request: SessionRequest,
): Promise<SessionAnswer> {
  for (let tries = 1; ; tries++) {
    const answer = await redirected(transport, url, authorization, request);
    if (tries === TRIES || (request.method !== 'GET' && request.method !== 'HEAD')) return answer;
    const wait = waitBefore(answer, tries);
    if (wait === null) return answer;
    await drain(answer.body);
    await setTimeout(wait, undefined, request.signal ? { signal: request.signal } : {}).catch(
      () => undefined,
    );
  }
}

/** Milliseconds; null where another try is of no use. */
function waitBefore({ status, header }: TransportAnswer, tries: number): number | null {
  if (status !== 429 && status < 500) return null;
  if (status === 501) return null;
  const asked = parseRetryAfter(header('retry-after')[0], Date.now());
  if (status === 429 && asked === null) return null;
  if (asked !== null) return asked <= LONGEST_WAIT_S ? asked * 1000 : null;
  return 250 * tries;
}

async function redirected(
  transport: Transport,
  start: URL,
  authorization: Readonly<Record<string, string>>,
  { method, headers = {}, body, signal, title }: SessionRequest,
): Promise<SessionAnswer> {
  let url = start;
  for (let hops = 0; ; hops++) {
    const own = url.host === start.host && url.protocol === start.protocol ? authorization : {};
    const sent = { method, url, headers: { ...headers, ...own }, signal, ...(body ? { body } : {}) };
    const answer = await transport.send(sent);
    const [location] = answer.header('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
    if (!isRedirect || (method !== 'GET' && method !== 'HEAD')) return { ...answer, url };
    await drain(answer.body);
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    if (next === null || hops === MAX_REDIRECTS || !mayLead(url, next)) {
      throw new FailureError(ledAstray(title, url, next));
    }
    url = next;
  }
}

/** Never from https to http, and never from another machine to this one. */
function mayLead(from: URL, to: URL): boolean {
  if (to.username !== '' || to.password !== '') return false;
  if (isLoopback(to.host) && !isLoopback(from.host)) return false;
  return to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
}

const ledAstray = (title: string, from: URL, to: URL | null) =>
  ({
    code: 'unexpected',
    title,
    detail:
      to === null
        ? say('registryFailures.astray.nowhere', { from: from.host })
        : say('registryFailures.astray', { from: from.host, to: to.origin }),
    remedy: say('registryFailures.tampered'),
  }) as const;
