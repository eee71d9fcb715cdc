/** Logins: kept in the keychain or in memory, found again by registry, erased when the user says so. */
import { join } from 'node:path';
import type {
  DockerConfigReport,
  Login,
  LoginKept,
  LogoutReport,
  Logins,
} from '../../shared/contract/registry.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { readDockerConfig } from './docker-config.js';
import { createKeychain } from './keychain.js';
import type { KeychainHost } from './keychain-protocol.js';
import { openLoginIndex } from './login-index.js';
import type { Credential } from './secret.js';

export { Secret, type Credential } from './secret.js';
export type { KeychainHost, KeychainPort } from './keychain-protocol.js';

export type Credentials = {
  readonly list: () => Promise<Logins>;
  /** Keeps a login that its registry has accepted, in place of an earlier one. @throws FailureError; nothing is kept then */
  readonly keep: (registry: string, credential: Credential, kept: LoginKept) => Promise<Login>;
  /** Erases the login of one registry, or of all. What could not be erased stays listed, and is named. */
  readonly forget: (registry?: string) => Promise<LogoutReport>;
  /** The login for a registry's domain; null when there is none. @throws FailureError `keychain-unavailable` */
  readonly authFor: (registry: string) => Promise<Credential | null>;
  readonly dockerConfig: () => Promise<DockerConfigReport>;
  readonly stop: () => void;
};

export type CredentialsOptions = {
  /** Strata's own folder; the index of names lies there. */
  readonly home: string;
  readonly keychainHost: KeychainHost;
  readonly environment: NodeJS.ProcessEnv;
  readonly log?: (text: string) => void;
  /** Limit per keychain call in ms. */
  readonly limitMs?: number;
};

/** The name under which the keychain's own tools show an entry. */
const serviceOf = (registry: string): string => `strata:${registry}`;

export function createCredentials({
  home,
  keychainHost,
  environment,
  log = () => undefined,
  limitMs,
}: CredentialsOptions): Credentials {
  const keychain = createKeychain({
    host: keychainHost,
    ...(limitMs === undefined ? {} : { limitMs, probeLimitMs: limitMs }),
  });
  const index = openLoginIndex(join(home, 'logins.json'), (aside) =>
    log(`the list of logins was damaged; it lies in ${aside}`),
  );
  const session = new Map<string, Credential>();

  const all = (): readonly Login[] =>
    [
      ...[...session].map(([registry, { username }]): Login => ({ registry, username, kept: 'session' })),
      ...index
        .list()
        .filter(({ registry }) => !session.has(registry))
        .map((login): Login => ({ ...login, kept: 'keychain' })),
    ].sort((a, b) => a.registry.localeCompare(b.registry));

  const eraseKept = async (registry: string): Promise<void> => {
    const kept = index.list().find((login) => login.registry === registry);
    if (!kept) return;
    const service = serviceOf(registry);
    await keychain.delete(service, kept.username);
    // A locked keychain says that there was nothing to delete; it is believed only when it can be used.
    const state = await keychain.state();
    if (!state.available) throw new FailureError(state.failure);
    if ((await keychain.get(service, kept.username)) !== null) throw new FailureError(notErased(registry));
    await index.remove(registry);
  };

  return {
    list: async () => ({ logins: all(), keychain: await keychain.state() }),

    async keep(registry, credential, kept) {
      const { username, secret } = credential;
      if (kept === 'keychain') {
        const before = index.list().find((login) => login.registry === registry);
        await keychain.set(serviceOf(registry), username, secret);
        if (before && before.username !== username)
          await keychain.delete(serviceOf(registry), before.username);
        await index.add({ registry, username });
        session.delete(registry);
      } else {
        await eraseKept(registry);
        session.set(registry, credential);
      }
      return { registry, username, kept };
    },

    async forget(registry) {
      const wanted = all().filter((login) => registry === undefined || login.registry === registry);
      const erased: string[] = [];
      const left: { registry: string; failure: Failure }[] = [];
      for (const login of wanted) {
        try {
          await eraseKept(login.registry);
          session.delete(login.registry);
          erased.push(login.registry);
        } catch (error) {
          left.push({
            registry: login.registry,
            failure:
              error instanceof FailureError ? error.failure : notErased(login.registry, messageOf(error)),
          });
        }
      }
      return { erased, left };
    },

    async authFor(registry) {
      const here = session.get(registry);
      if (here) return here;
      const kept = index.list().find((login) => login.registry === registry);
      if (!kept) return null;
      const secret = await keychain.get(serviceOf(registry), kept.username);
      if (secret) return { username: kept.username, secret };
      const state = await keychain.state();
      if (!state.available) throw new FailureError(state.failure);
      // Removed behind our back, with the keychain's own tools: then there is no login any more.
      await index.remove(registry);
      return null;
    },

    dockerConfig: () => readDockerConfig(environment),
    stop: () => {
      session.clear();
      keychain.stop();
    },
  };
}

function notErased(registry: string, cause?: string): Failure {
  return {
    code: 'keychain-unavailable',
    title: `The login for ${registry} could not be erased`,
    detail: 'The keychain still holds it.',
    remedy: `Try again, or remove the entry “${serviceOf(registry)}” with the keychain’s own program.`,
    ...(cause === undefined ? {} : { cause }),
  };
}
