/** Registries' own API: lists, manifests, settings and layers without the engine. One client a registry, for as long as Strata runs. */
import type { Credential } from '../../credentials/index.js';
import { apiOrigins } from '../address.js';
import { createClient } from './client.js';
import { createSession, type Session } from './session.js';
import { createTransport, type TransportOptions } from './transport.js';
import type { RegistryClient } from './types.js';

export type RegistryClients = {
  /** `registry` as `registryName` gives it. */
  readonly of: (registry: string) => RegistryClient;
  /** Tokens and logins of one registry, or all, are forgotten: after a log-in, and at once after a log-out. */
  readonly forget: (registry?: string) => void;
  readonly stop: () => Promise<void>;
};

export type RegistryClientsOptions = {
  readonly authFor: (registry: string, repository?: string) => Promise<Credential | null>;
  /** Whether the user has marked a registry as one without encryption. */
  readonly isInsecure?: (registry: string) => Promise<boolean>;
} & Pick<TransportOptions, 'environment' | 'certificates' | 'timeoutMs'>;

export function createRegistryClients({
  authFor,
  isInsecure = () => Promise.resolve(false),
  ...options
}: RegistryClientsOptions): RegistryClients {
  const transport = createTransport(options);
  const known = new Map<string, { readonly session: Session; readonly client: RegistryClient }>();

  const made = (registry: string) => {
    const origins = async (): Promise<readonly string[]> => {
      const usual = apiOrigins(registry);
      if (usual.length > 1 || !(await isInsecure(registry))) return usual;
      return [...usual, `http://${registry}`];
    };
    const session = createSession({ registry, transport, origins, authFor });
    return { session, client: createClient(registry, session) };
  };

  return {
    of(registry) {
      const one = known.get(registry) ?? made(registry);
      known.set(registry, one);
      return one.client;
    },
    forget(registry) {
      for (const [name, { session }] of known)
        if (registry === undefined || name === registry) session.forget();
    },
    stop: () => transport.stop(),
  };
}
