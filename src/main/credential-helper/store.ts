/** Strata's logins as a credential helper's store. */
import { dockerKey, registryName, Secret, type Credentials } from '../credentials/index.js';
import type { HelperStore } from './protocol.js';
import { registryOfServer } from './server.js';

/** The logins in the keychain; those until Strata quits are the window's alone. */
export function helperStore(
  credentials: Pick<Credentials, 'ownFor' | 'keep' | 'forget' | 'list'>,
): HelperStore {
  return {
    async get(server) {
      const registry = registryOfServer(server);
      const login = registry === null ? null : await credentials.ownFor(registry);
      return login && { username: login.username, secret: login.secret.reveal() };
    },
    async store(server, { username, secret }) {
      const registry = registryOfServer(server);
      if (registry === null) throw new Error('Strata keeps logins for registries, and over https only');
      await credentials.keep(registryName(registry), { username, secret: new Secret(secret) }, 'keychain');
    },
    async erase(server) {
      const registry = registryOfServer(server);
      if (registry === null) return;
      const { left } = await credentials.forget(registry);
      if (left[0]) throw new Error(left[0].failure.title);
    },
    async list() {
      const { logins } = await credentials.list();
      const kept = logins.filter((login) => login.kept === 'keychain' && login.prefix === undefined);
      return Object.fromEntries(kept.map(({ registry, username }) => [dockerKey(registry), username]));
    },
  };
}
