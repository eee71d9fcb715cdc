/** Logins: kept in the keychain or in memory, found again by registry, erased when the user says so. */
import { join } from 'node:path';
import type { Login, LoginKept, LogoutReport, Logins } from '../../shared/contract/registry.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { createDockerConfig, type DockerConfig } from './docker-config/index.js';
import { createKeychain } from './keychain.js';
import type { ProcessHost } from '../processes/index.js';
import { openLoginIndex, type IndexedLogin } from './login-index.js';
import { registryName } from './registry-name.js';
import type { Credential } from './secret.js';

export { keyOf as dockerKey } from './docker-config/sources.js';
export { inThisProcess } from './keychain-in-process.js';
export { registryName, registryOfKey } from './registry-name.js';
export { engineLogin, IDENTITY_TOKEN, maskFor, redact, Secret, type Credential } from './secret.js';

export type Credentials = {
  /** One login a registry, sorted by registry. */
  readonly list: () => Promise<Logins>;
  /** Keeps a login that its registry has accepted, in place of an earlier one. @throws FailureError; nothing is kept then */
  readonly keep: (registry: string, credential: Credential, kept: LoginKept) => Promise<Login>;
  /** Erases the login of one registry, or of all. What could not be erased stays listed, and is named. */
  readonly forget: (registry?: string) => Promise<LogoutReport>;
  /**
   * The login for a registry's domain: Strata's own, else the one that docker has; null when there is none.
   * @throws FailureError `keychain-unavailable`
   */
  readonly authFor: (registry: string) => Promise<Credential | null>;
  /** Strata's own alone. @throws FailureError `keychain-unavailable` */
  readonly ownFor: (registry: string) => Promise<Credential | null>;
  readonly dockerConfig: DockerConfig;
  readonly stop: () => void;
};

export type CredentialsOptions = {
  /** Strata's own folder; the index of names lies there. */
  readonly home: string;
  readonly keychainHost: ProcessHost;
  readonly environment: NodeJS.ProcessEnv;
  /** How this installation is started as docker's credential helper. */
  readonly helperCommand?: readonly string[];
  /** Limit per keychain call in ms. */
  readonly limitMs?: number;
};

/** The name under which the keychain's own tools show an entry. */
const serviceOf = (registry: string): string => `strata:${registry}`;

export function createCredentials({
  home,
  keychainHost,
  environment,
  helperCommand = [],
  limitMs,
}: CredentialsOptions): Credentials {
  const keychain = createKeychain({
    host: keychainHost,
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  const index = openLoginIndex(join(home, 'logins.json'));
  const session = new Map<string, Credential>();

  const indexed = async (registry: string): Promise<readonly IndexedLogin[]> =>
    (await index.list()).filter((login) => login.registry === registry);

  const all = async (): Promise<readonly Login[]> => {
    const logins = new Map<string, Login>();
    for (const login of await index.list()) logins.set(login.registry, { ...login, kept: 'keychain' });
    for (const [registry, { username }] of session)
      logins.set(registry, { registry, username, kept: 'session' });
    return [...logins.values()].sort((a, b) => a.registry.localeCompare(b.registry));
  };

  /** Off the list only once the keychain is known not to have it. */
  const erase = async (login: IndexedLogin): Promise<void> => {
    const service = serviceOf(login.registry);
    await keychain.delete(service, login.username);
    // A locked keychain says that there was nothing to delete; it is believed only when it can be used.
    const state = await keychain.state();
    if (!state.available) throw new FailureError(state.failure);
    if ((await keychain.get(service, login.username)) !== null)
      throw new FailureError(notErased(login.registry));
    await index.remove(login);
  };

  const keepInKeychain = async (login: IndexedLogin, { secret }: Credential): Promise<void> => {
    const service = serviceOf(login.registry);
    const wasListed = (await indexed(login.registry)).some(({ username }) => username === login.username);
    await keychain.set(service, login.username, secret);
    try {
      await index.add(login);
    } catch (error) {
      // An entry that no list names could never be logged out of.
      if (!wasListed) await keychain.delete(service, login.username).catch(() => undefined);
      throw error;
    }
  };

  /** What can't be erased now stays on the list behind the new login, for the log-out to try again. */
  const eraseOthers = async (registry: string, except: string | undefined): Promise<void> => {
    for (const login of await indexed(registry))
      if (login.username !== except) await erase(login).catch(() => undefined);
  };

  const forgetOne = async (registry: string): Promise<Failure | undefined> => {
    session.delete(registry);
    try {
      for (const login of await indexed(registry)) await erase(login);
      return undefined;
    } catch (error) {
      return error instanceof FailureError ? error.failure : notErased(registry, messageOf(error));
    }
  };

  const keep = async (name: string, credential: Credential, kept: LoginKept): Promise<Login> => {
    const registry = registryName(name);
    const { username } = credential;
    checkStorable(credential);
    if (kept === 'keychain') {
      await keepInKeychain({ registry, username }, credential);
      session.delete(registry);
    } else {
      session.set(registry, credential);
    }
    await eraseOthers(registry, kept === 'keychain' ? username : undefined);
    return { registry, username, kept };
  };

  const ownFor = async (registry: string): Promise<Credential | null> => {
    const here = session.get(registry);
    if (here) return here;
    const kept = (await indexed(registry)).at(-1);
    if (!kept) return null;
    const secret = await keychain.get(serviceOf(registry), kept.username);
    if (secret) return { username: kept.username, secret };
    const state = await keychain.state();
    if (!state.available) throw new FailureError(state.failure);
    // Removed behind our back, with the keychain's own tools: then there is no login any more.
    await index.remove(kept);
    return null;
  };

  const dockerConfig = createDockerConfig({
    home,
    helperCommand,
    environment,
    logins: {
      get: ownFor,
      async keep(registry, credential) {
        await keep(registry, credential, 'keychain');
      },
      async erase(registry) {
        const failure = await forgetOne(registry);
        if (failure) throw new FailureError(failure);
      },
    },
  });

  return {
    async list() {
      const [logins, state] = await Promise.all([all(), keychain.state()]);
      const problem = index.problem();
      return { logins, keychain: state, ...(problem ? { problem } : {}) };
    },

    keep,

    async forget(name) {
      const wanted = name === undefined ? undefined : registryName(name);
      const erased: string[] = [];
      const left: { registry: string; failure: Failure }[] = [];
      for (const { registry } of await all()) {
        if (wanted !== undefined && registry !== wanted) continue;
        const failure = await forgetOne(registry);
        dockerConfig.forget(registry);
        if (failure) left.push({ registry, failure });
        else erased.push(registry);
      }
      return { erased, left };
    },

    async authFor(name) {
      const registry = registryName(name);
      return (await ownFor(registry)) ?? dockerConfig.authFor(registry);
    },

    ownFor: (name) => ownFor(registryName(name)),

    dockerConfig,
    stop: () => {
      session.clear();
      dockerConfig.forget();
      keychain.stop();
    },
  };
}

/** Keychains end a text at its first NUL: what they would cut is refused. */
function checkStorable({ username, secret }: Credential): void {
  if (!username.includes('\0') && !secret.reveal().includes('\0')) return;
  throw new FailureError({
    code: 'invalid-input',
    title: 'That login can’t be kept',
    detail: 'The user name or the password holds a NUL character.',
    remedy: 'Type it in again instead of pasting it.',
  });
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
