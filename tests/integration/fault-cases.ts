/** What tests of misbehaving registries have in common: an engine of their own, the real registry behind them, what must come out. */
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import type { RegistryService } from '../../src/main/registry/index.js';
import type { RegistryExceptions } from '../../src/shared/contract/app.js';
import { FailureError, type Failure, type FailureCode } from '../../src/shared/failure.js';
import { startEngine, type TestEngine } from '../support/engine.js';
import {
  answer,
  error,
  isManifest,
  isToken,
  isUpload,
  password,
  wanting,
  withTokens,
} from '../support/misbehaviour.js';
import {
  startScriptedRegistry,
  type Asked,
  type Script,
  type ScriptedOptions,
  type ScriptedRegistry,
} from '../support/scripted-registry.js';
import { openCredentials, openEngine, openRegistry } from './parts.js';

/** The real one behind them all. */
export const real = inject('openRegistry');

export type Outcome =
  | { readonly ok: true; readonly digest: string; readonly registry: string }
  | { readonly ok: false; readonly failure: Failure };

export type Case = {
  readonly script: Script;
  /** A failure's code; or what the registry says of the tag after a push that was done. */
  readonly outcome: FailureCode | 'confirmed' | 'moved' | 'missing';
  /** What a failure says, somewhere in its words. */
  readonly says?: RegExp;
  readonly isAnonymous?: boolean;
  readonly notes?: RegExp;
  readonly asked?: (asked: readonly Asked[]) => void;
};

export type FaultParts = {
  readonly docker: () => TestEngine;
  readonly service: (exceptions?: () => RegistryExceptions) => RegistryService;
  /** A registry that misbehaves, with the right login for it unless nobody is to be logged in. */
  readonly misbehaving: (
    one: Pick<Case, 'script' | 'isAnonymous'> & Pick<ScriptedOptions, 'tls' | 'address'>,
  ) => Promise<ScriptedRegistry>;
};

/** For a whole file of tests. */
export function useFaultParts(): FaultParts {
  let docker: TestEngine;
  let engine: EngineService;
  let credentials: Credentials & { readonly home: string };
  beforeAll(async () => {
    // Enough at once that no transfer waits for another's retries, which the engine spreads over 50 s.
    const most = ['uploads', 'downloads'].flatMap((way) => [`--max-concurrent-${way}`, '60']);
    docker = await startEngine({ args: most });
    engine = openEngine(docker.host);
    await engine.reconnect();
    credentials = await openCredentials({ env: inject('keyringEnv') });
  });
  afterAll(async () => {
    credentials.stop();
    engine.stop();
    await docker.stop();
  });
  return {
    docker: () => docker,
    service: (exceptions) => openRegistry({ engine, credentials, ...(exceptions ? { exceptions } : {}) }),
    async misbehaving({ isAnonymous = false, ...options }) {
      const registry = await startScriptedRegistry({ target: real, ...options });
      const login = { username: 'ada', secret: new Secret(password) };
      if (!isAnonymous) await credentials.keep(registry.host, login, 'session');
      return registry;
    },
  };
}

export async function outcomeOf(
  work: Promise<{ readonly digest: string | null; readonly registry?: string }>,
): Promise<Outcome> {
  try {
    const { digest, registry = '' } = await work;
    return { ok: true, digest: digest ?? '', registry };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { ok: false, failure: error.failure };
  }
}

export function expectOutcome(outcome: Outcome, { outcome: wanted, says }: Case): void {
  if (outcome.ok) return expect(outcome.registry === '' ? 'confirmed' : outcome.registry).toBe(wanted);
  const { failure } = outcome;
  expect(failure, JSON.stringify(failure)).toMatchObject({ code: wanted });
  expect(failure.detail).not.toBe('');
  expect(failure.remedy).toBeTruthy();
  expect(JSON.stringify(failure)).not.toContain('c4nary');
  if (says) expect(`${failure.title} ${failure.detail} ${failure.cause ?? ''}`).toMatch(says);
}

const elsewhere = wanting(() => 'Bearer realm="https://evil.example.net/token",service="own"');
/** The ways in that a registry may name. */
const logins: Readonly<Record<string, Case>> = {
  'asks for a password': { script: wanting(() => 'Basic realm="r"'), outcome: 'confirmed' },
  'asks for a token': { script: withTokens(isToken), outcome: 'confirmed' },
  'asks for a token without a scope': { script: withTokens(isToken, ''), outcome: 'confirmed' },
  'offers several ways in': {
    script: wanting(() => ['Negotiate', 'Basic realm="r"']),
    outcome: 'confirmed',
  },
  'names no way in': {
    script: wanting(() => undefined),
    outcome: 'registry-unreachable',
    says: /names no way to log in/,
  },
  'names a way in that nobody knows': {
    script: wanting(() => 'Negotiate abc'),
    outcome: 'registry-unreachable',
    says: /names no way to log in/,
  },
  'names its way in wrongly': {
    script: wanting(() => 'Bearer realm=",,,'),
    outcome: 'registry-unreachable',
    says: /names no way to log in/,
  },
  'rejects the login': {
    script: ({ path }) =>
      path === '/v2/' || isUpload({ path } as Asked) || isManifest({ path } as Asked)
        ? answer(401, error('UNAUTHORIZED'), { 'www-authenticate': 'Basic realm="r"' })
        : undefined,
    outcome: 'auth-rejected',
    says: /“ada”/,
  },
  'wants a login where there is none': {
    script: wanting(() => 'Basic realm="r"'),
    isAnonymous: true,
    outcome: 'auth-required',
    says: /Log in to 127/,
  },
  'would have the password sent to a stranger': {
    script: elsewhere,
    outcome: 'denied',
    says: /wants the password sent to evil\.example\.net/,
    asked: (asked) => expect(asked.every(({ authorization }) => authorization === null)).toBe(true),
  },
};

/** The same for a push and a pull. */
export const ofBoth: Readonly<Record<string, Case>> = {
  ...logins,
  'refuses all requests for now': {
    script: ({ path }) =>
      path === '/v2/' ? undefined : answer(429, error('TOOMANYREQUESTS'), { 'retry-after': '7' }),
    outcome: 'rate-limited',
  },
  'doesn’t allow it': {
    script: ({ path }) => (path === '/v2/' ? undefined : answer(403, error('DENIED'))),
    outcome: 'denied',
    says: /“ada”/,
  },
  'is a web page': {
    script: () => answer(200, '<html>welcome</html>', { 'content-type': 'text/html' }),
    outcome: 'registry-unreachable',
  },
};
