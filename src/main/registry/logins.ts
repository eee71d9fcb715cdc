/** Logging out, and every engine's registries told of it: logins are one list, whoever pushes and pulls with them. */
import type { Handlers } from '../../shared/contract/define.js';
import type { StrataContract } from '../../shared/contract/index.js';
import type { Logins } from '../../shared/contract/registry.js';
import { loginPlace, type Credentials, type EndCause } from '../credentials/index.js';
import type { RegistryClients } from './client/index.js';

export type LoginParts = {
  readonly credentials: Credentials;
  /** Makes all that speaks with registries forget the tokens that it has. */
  readonly forget: RegistryClients['forget'];
  /** Hears the logins after every change. */
  readonly onLogins: (logins: Logins) => void;
};

export type LoginService = Pick<
  Handlers<StrataContract>['registry'],
  'logins' | 'known' | 'logout' | 'logoutEverywhere'
> & {
  /** Erases the logins that this ends, and their tokens. Never throws for one that can't be erased yet. */
  readonly endLogins: (cause: EndCause) => Promise<void>;
  /** A login of this registry was kept. */
  readonly changed: (registry: string) => void;
};

/** One for all engines. */
export function createLogins({ credentials, forget, onLogins }: LoginParts): LoginService {
  /** Not waited for: a keychain that answers slowly must not hold up the answer to what was asked. */
  const tell = (): void => void credentials.list().then(onLogins, () => undefined);
  return {
    logins: () => credentials.list(),
    known: () => credentials.known(),
    async logout({ registry }) {
      const report = await credentials.forget(registry);
      forget(loginPlace(registry).registry);
      tell();
      return report;
    },
    async logoutEverywhere() {
      const report = await credentials.forget();
      forget();
      tell();
      return report;
    },
    async endLogins(cause) {
      const ended = await credentials.end(cause);
      for (const { registry } of ended) forget(registry);
      if (ended.length > 0) tell();
    },
    changed(registry) {
      forget(registry);
      tell();
    },
  };
}
