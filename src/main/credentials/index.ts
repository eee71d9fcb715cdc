/** Logins: kept in the keychain or in memory, found again by registry, erased when the user says so. */
import { join } from 'node:path';
import type { Login, LoginEnding, LoginKept, LogoutReport, Logins } from '../../shared/contract/registry.js';
import { FailureError, type Failure } from '../../shared/failure.js';
import { placeName } from '../../shared/login-places.js';
import { createDockerConfig, type DockerConfig } from './docker-config/index.js';
import { createKeychain } from './keychain.js';
import type { OnDamaged } from '../files/index.js';
import type { ProcessHost } from '../processes/index.js';
import type { EndCause } from './login-end.js';
import { openLoginIndex } from './login-index.js';
import { isSamePlace, loginPlace, type LoginPlace } from './login-place.js';
import { keepNothingHere } from './nothing-kept.js';
import { createOwnLogins } from './own-logins.js';
import { registryName } from './registry-name.js';
import type { Credential } from './secret.js';

export { keyOf as dockerKey } from './docker-config/sources.js';
export { inThisProcess } from './keychain-in-process.js';
export type { EndCause } from './login-end.js';
export { loginPlace, type LoginPlace } from './login-place.js';
export { registryName, registryOfKey } from './registry-name.js';
export { engineLogin, IDENTITY_TOKEN, maskFor, redact, Secret, type Credential } from './secret.js';

/** A place is named as `loginPlace` reads it: `ghcr.io`, or `ghcr.io/team-a` for what lies below that path. */
export type Credentials = {
  /** One login a place, sorted. */
  readonly list: () => Promise<Logins>;
  /** The same logins, without asking the keychain whether it works. */
  readonly known: () => Promise<readonly Login[]>;
  /** Keeps a login that its registry has accepted, in place of an earlier one. @throws FailureError; nothing is kept then */
  readonly keep: (
    place: string,
    credential: Credential,
    kept: LoginKept,
    ending?: LoginEnding,
  ) => Promise<Login>;
  /** Erases the login of one place, or of all. What could not be erased stays listed, and is named. */
  readonly forget: (place?: string) => Promise<LogoutReport>;
  /** Erases the logins that this ends; gives those that are gone. What can't be erased yet isn't used any more. */
  readonly end: (cause: EndCause) => Promise<readonly LoginPlace[]>;
  /**
   * The login for a repository of a registry's domain, the nearest of several; without one that of the whole registry. Strata's
   * own, else the one that docker has; null when there is none.
   * @throws FailureError `keychain-unavailable`
   */
  readonly authFor: (registry: string, repository?: string) => Promise<Credential | null>;
  /** Strata's own for a whole registry. @throws FailureError `keychain-unavailable` */
  readonly ownFor: (registry: string) => Promise<Credential | null>;
  readonly dockerConfig: DockerConfig;
  readonly stop: () => void;
};

export type CredentialsOptions = {
  /** Strata's own folder; the index of names lies there. */
  readonly home: string;
  readonly keychainHost: ProcessHost;
  readonly environment: NodeJS.ProcessEnv;
  readonly onDamaged: OnDamaged;
  /** How this installation is started as docker's credential helper. */
  readonly helperCommand?: readonly string[];
  /** Limit per keychain call in ms. */
  readonly limitMs?: number;
  /** The machine isn't the user's: no login is kept beyond this session. */
  readonly isForeign?: boolean;
};

export function createCredentials({
  home,
  keychainHost,
  environment,
  onDamaged,
  helperCommand = [],
  limitMs,
  isForeign = false,
}: CredentialsOptions): Credentials {
  const keychain = createKeychain({
    host: keychainHost,
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  const index = openLoginIndex(join(home, 'logins.json'), onDamaged);
  const own = createOwnLogins({ keychain, index, isForeign });
  const whole = (registry: string): LoginPlace => ({ registry, prefix: '' });

  const dockerConfig = createDockerConfig({
    home,
    helperCommand,
    environment,
    onDamaged,
    logins: {
      get: (registry) => own.find(registry, null),
      async keep(registry, credential) {
        await own.keep(whole(registry), credential, 'keychain');
      },
      async erase(registry) {
        const failure = await own.forget(whole(registry));
        if (failure) throw new FailureError(failure);
      },
    },
  });

  return {
    async list() {
      const [logins, state] = await Promise.all([
        own.list(),
        isForeign ? ({ available: false, failure: keepNothingHere() } as const) : keychain.state(),
      ]);
      const problem = index.problem();
      return { logins, keychain: state, ...(problem ? { problem } : {}) };
    },

    known: () => own.list(),

    keep: async (place, credential, kept, ending) => own.keep(loginPlace(place), credential, kept, ending),

    async forget(name) {
      const wanted = name === undefined ? undefined : loginPlace(name);
      const erased: string[] = [];
      const left: { registry: string; failure: Failure }[] = [];
      for (const { registry, prefix = '' } of await own.list()) {
        const place = { registry, prefix };
        if (wanted !== undefined && !isSamePlace(place, wanted)) continue;
        const failure = await own.forget(place);
        if (prefix === '') dockerConfig.forget(registry);
        if (failure) left.push({ registry: placeName(place), failure });
        else erased.push(placeName(place));
      }
      return { erased, left };
    },

    end: (cause) => own.end(cause),

    async authFor(name, repository) {
      const registry = registryName(name);
      return (await own.find(registry, repository ?? null)) ?? dockerConfig.authFor(registry);
    },

    ownFor: async (name) => own.find(registryName(name), null),

    dockerConfig,
    stop: () => {
      own.stop();
      dockerConfig.forget();
      keychain.stop();
    },
  };
}
