/** How a registry wants to be told who asks, and the tokens and logins with which it is told. Kept in memory alone. */
import { FailureError, type Failure } from '../../../shared/failure.js';
import { redact, type Credential } from '../../credentials/index.js';
import { parseChallenges, type Challenge } from '../challenge.js';
import { basic, bearer, fetchToken, type Token } from './token.js';
import type { Transport } from './transport.js';

/** What a request is for: a token is good for that. */
export type Purpose = {
  readonly repository: string | null;
  /** `pull`, `pull,push`, `delete`. */
  readonly actions: string;
};

export type Authority = {
  /** The headers that say who asks; none until the registry has asked for any. */
  readonly headersFor: (origin: string, purpose: Purpose) => Promise<Readonly<Record<string, string>>>;
  /** Takes a 401's challenges. False when nothing better can be said than what the request said (`wasTold`) already. */
  readonly learn: (lines: readonly string[], purpose: Purpose, wasTold: boolean) => Promise<boolean>;
  readonly who: (
    repository: string | null,
  ) => Promise<{ readonly username: string | null; readonly problem: FailureError | null }>;
  /** Without the secret of the login for `repository`, which a registry may have repeated. */
  readonly masked: (repository: string | null, failure: Failure) => Promise<Failure>;
  readonly forget: () => void;
};

type Login = {
  readonly credential: Credential | null;
  readonly problem: FailureError | null;
  readonly until: number;
};

/** How long a login is remembered before the keychain is asked again. */
const LOGIN_MS = 30_000;
const MOST_TOKENS = 500;

export function createAuthority({
  registry,
  transport,
  authFor,
  tokenServices,
}: {
  readonly registry: string;
  readonly transport: Transport;
  readonly authFor: (registry: string, repository?: string) => Promise<Credential | null>;
  readonly tokenServices: (registry: string) => readonly string[];
}): Authority {
  let challenges: readonly Challenge[] = [];
  /** What the registry itself named as needed, where that is more than what was thought. */
  const named = new Map<string, string>();
  const tokens = new Map<string, Promise<Token>>();
  const logins = new Map<string, Promise<Login>>();

  const askFor = async (repository: string | null): Promise<Login> => {
    try {
      const credential = await authFor(registry, repository ?? undefined);
      return { credential, problem: null, until: Date.now() + LOGIN_MS };
    } catch (error) {
      if (error instanceof FailureError) return { credential: null, problem: error, until: 0 };
      throw error;
    }
  };
  const loginFor = async (repository: string | null): Promise<Login> => {
    const key = repository ?? '';
    const known = await logins.get(key);
    if (known !== undefined && known.until > Date.now()) return known;
    const asked = askFor(repository);
    if (logins.size >= MOST_TOKENS) logins.clear();
    logins.set(key, asked);
    asked.catch(() => logins.delete(key));
    return asked;
  };

  const find = (scheme: string): Challenge | undefined => challenges.find((one) => one.scheme === scheme);
  const keyOf = ({ repository, actions }: Purpose): string => `${repository ?? ''} ${actions}`;
  const scopeOf = (purpose: Purpose): readonly string[] => {
    const own = named.get(keyOf(purpose));
    if (own !== undefined) return own.split(' ');
    return purpose.repository === null ? [] : [`repository:${purpose.repository}:${purpose.actions}`];
  };

  const tokenFor = async (origin: string, challenge: Challenge, purpose: Purpose): Promise<Token> => {
    const key = keyOf(purpose);
    const known = await tokens.get(key);
    if (known !== undefined && known.until > Date.now()) return known;
    const { credential } = await loginFor(purpose.repository);
    const scopes = scopeOf(purpose);
    // Without the signal of who asked first: others wait for the same token.
    const allowed = tokenServices(registry);
    const request = { registry, origin, challenge, scopes, credential, allowed };
    const asked = fetchToken(transport, request, Date.now());
    if (tokens.size >= MOST_TOKENS) tokens.clear();
    tokens.set(key, asked);
    asked.catch(() => tokens.delete(key));
    return asked;
  };

  return {
    async headersFor(origin, purpose) {
      const challenge = find('bearer');
      if (challenge) return bearer(await tokenFor(origin, challenge, purpose));
      if (!find('basic')) return {};
      const { credential } = await loginFor(purpose.repository);
      return credential === null ? {} : basic(credential);
    },
    async learn(lines, purpose, wasTold) {
      const given = parseChallenges(lines);
      if (given.some(({ scheme }) => scheme === 'bearer' || scheme === 'basic')) challenges = given;
      const challenge = find('bearer');
      if (challenge) {
        const scope = challenge.parameters.get('scope');
        if (scope !== undefined && scope !== '' && scope.length < 4096) named.set(keyOf(purpose), scope);
        // One that has been taken back, or never was enough.
        tokens.delete(keyOf(purpose));
        return true;
      }
      return (
        !wasTold && find('basic') !== undefined && (await loginFor(purpose.repository)).credential !== null
      );
    },
    async who(repository) {
      const { credential, problem } = await loginFor(repository);
      return { username: credential?.username ?? null, problem };
    },
    async masked(repository, failure) {
      const { credential } = await loginFor(repository);
      if (credential === null || failure.cause === undefined) return failure;
      return { ...failure, cause: redact(failure.cause, [credential.secret]) };
    },
    forget() {
      tokens.clear();
      logins.clear();
      named.clear();
    },
  };
}
