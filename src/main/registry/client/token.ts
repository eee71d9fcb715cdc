/**
 * Tokens of a registry's token service (distribution docs: spec/auth/token.md, spec/auth/oauth.md). A password goes only to a
 * service that may have it, a token only to its registry, and neither along a redirect.
 */
import { z } from 'zod';
import { FailureError, type Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { IDENTITY_TOKEN, Secret, type Credential } from '../../credentials/index.js';
import type { Challenge } from '../challenge.js';
import { mayBeAllowed, objectionAfterAll, type Objection } from '../realm.js';
import { parseJson } from './body.js';
import type { Transport, TransportAnswer, TransportRequest } from './transport.js';

export type Token = {
  readonly value: Secret;
  /** Milliseconds since 1970, a little before the service's own limit. */
  readonly until: number;
};

export type TokenRequest = {
  readonly registry: string;
  /** Where the registry answered. */
  readonly origin: string;
  readonly challenge: Challenge;
  readonly scopes: readonly string[];
  /** Null asks as nobody, as public repositories allow. */
  readonly credential: Credential | null;
  /** Origins of other hosts' services that may have this registry's passwords. */
  readonly allowed: readonly string[];
};

/** The token service said no; who asked knows what that means. */
export class TokenRefused extends Error {
  constructor(
    readonly answer: Pick<TransportAnswer, 'status' | 'header'>,
    readonly text: string,
    readonly origin: string,
  ) {
    super(`the token service answers ${answer.status}`);
  }
}

const CLIENT = 'strata';
const MAX_ANSWER = 1024 * 1024;
/** What the specification has tokens last at least, and where they don't say. */
const LEAST_SECONDS = 60;
const EARLY_MS = 10_000;

const tokenAnswer = z.object({
  token: z.string().optional(),
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
});
/** What may stand in a header: a token is the token service's own text. */
const headerValue = /^[\x21-\x7e]{1,65536}$/;

/**
 * @throws TokenRefused
 * @throws FailureError `denied` when the password would go to a stranger, `registry-unreachable` when there is no token in the answer
 */
export async function fetchToken(transport: Transport, request: TokenRequest, now: number): Promise<Token> {
  const { registry, origin, challenge, credential, allowed } = request;
  const realm = realmOf(challenge);
  const objection = await objectionAfterAll(origin, realm, allowed);
  // Asked as nobody, a stranger learns nothing; it must still be a service of the network, over https.
  if (objection !== null && (credential !== null || objection !== 'stranger')) {
    throw new FailureError(strangerAsks(registry, realm, objection));
  }
  const url = new URL(realm);
  const answer =
    credential?.username === IDENTITY_TOKEN
      ? await exchange(transport, url, request, credential.secret)
      : await transport.send(passwordRequest(url, request));
  const bytes = await answer.whole(MAX_ANSWER);
  if (answer.status !== 200) throw new TokenRefused(answer, bytes?.toString('utf8') ?? '', url.origin);
  const {
    token = '',
    access_token: other = '',
    expires_in: seconds = LEAST_SECONDS,
  } = tokenAnswer.safeParse(bytes === null ? null : parseJson(bytes)).data ?? {};
  const given = token || other;
  if (!headerValue.test(given)) throw new FailureError(noToken(registry, url.host));
  const lasts = Math.max(LEAST_SECONDS, Math.min(seconds, 24 * 3600)) * 1000;
  return { value: new Secret(given), until: now + lasts - EARLY_MS };
}

function passwordRequest(realm: URL, { challenge, scopes, credential }: TokenRequest): TransportRequest {
  const url = new URL(realm);
  const service = challenge.parameters.get('service');
  if (service !== undefined) url.searchParams.set('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  if (credential !== null) url.searchParams.set('account', credential.username);
  url.searchParams.set('client_id', CLIENT);
  return { method: 'GET', url, ...(credential === null ? {} : { headers: basic(credential) }) };
}

export const realmOf = ({ parameters }: Challenge): string => parameters.get('realm') ?? '';

/** OAuth 2: an identity token is a refresh token, which only a POST takes. */
async function exchange(
  transport: Transport,
  url: URL,
  { challenge, scopes }: TokenRequest,
  secret: Secret,
): Promise<TransportAnswer> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    service: challenge.parameters.get('service') ?? '',
    client_id: CLIENT,
    scope: scopes.join(' '),
    refresh_token: secret.reveal(),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return transport.send({ method: 'POST', url, headers, body: body.toString() });
}

/** RFC 7617 with UTF-8, which is what registries read. */
export function basic({ username, secret }: Credential): { readonly authorization: string } {
  const pair = Buffer.from(`${username}:${secret.reveal()}`, 'utf8');
  return { authorization: `Basic ${pair.toString('base64')}` };
}

export const bearer = ({ value }: Token): { readonly authorization: string } => ({
  authorization: `Bearer ${value.reveal()}`,
});

function noToken(registry: string, host: string): Failure {
  return {
    code: 'registry-unreachable',
    title: say('registryFailures.notARegistry', { registry }),
    detail: say('registryFailures.noToken', { host }),
    remedy: say('registryFailures.checkAddress'),
  };
}

/** That a registry would have its passwords sent where nobody has agreed to. The user can, where it is encrypted. */
export function strangerAsks(registry: string, realm: string, objection: Objection): Failure {
  const url = URL.canParse(realm) ? new URL(realm) : null;
  const host = url?.host ?? realm.slice(0, 200);
  const base = {
    code: 'denied',
    title:
      host === ''
        ? say('registryFailures.stranger.nobody', { registry })
        : say('registryFailures.stranger', { registry, host }),
    detail: say(`registryFailures.notSent.${objection}`),
  } as const;
  if (url === null || !mayBeAllowed(realm)) {
    return { ...base, remedy: say('registryFailures.tampered') };
  }
  return {
    ...base,
    remedy: say('registryFailures.stranger.allow', { host, registry }),
    offer: { type: 'allow-token-service', registry, service: url.origin },
  };
}
