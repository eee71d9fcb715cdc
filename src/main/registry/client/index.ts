/** Registries' own API: lists, manifests, settings and layers without the engine. One client a registry, for as long as Strata runs. */
import type { Credential } from '../../credentials/index.js';
import { originsOf } from '../address.js';
import { createClient } from './client.js';
import { createSession, type Session, type WaysIn } from './session.js';
import type { Transport, TransportOptions } from './transport.js';
import type { RegistryClient } from './types.js';

export type RegistryClients = {
  /** `registry` as `registryName` gives it. */
  readonly of: (registry: string) => RegistryClient;
  /** @throws FailureError where it can't be asked */
  readonly waysInto: (registry: string, signal?: AbortSignal) => Promise<WaysIn>;
  /** Tokens and logins of one registry, or all, are forgotten: after a log-in, and at once after a log-out. */
  readonly forget: (registry?: string) => void;
  readonly stop: () => Promise<void>;
};

export type RegistryClientsOptions = {
  readonly authFor: (registry: string, repository?: string) => Promise<Credential | null>;
  /** Whether the user has marked a registry as one without encryption. */
  readonly isInsecure?: (registry: string) => Promise<boolean>;
  /** Origins of other hosts' token services that may have a registry's passwords. */
  readonly tokenServices?: (registry: string) => readonly string[];
} & Pick<TransportOptions, 'environment' | 'certificates' | 'timeoutMs'>;

export function createRegistryClients({
  authFor,
  isInsecure = () => Promise.resolve(false),
  tokenServices = () => [],
  ...options
}: RegistryClientsOptions): RegistryClients {
  const transport = transportWhenNeeded(options);
  const known = new Map<string, { readonly session: Session; readonly client: RegistryClient }>();

  const made = (registry: string) => {
    const origins = () => originsOf(registry, isInsecure);
    const session = createSession({ registry, transport, origins, authFor, tokenServices });
    return { session, client: createClient(registry, session) };
  };

  const one = (registry: string) => {
    const found = known.get(registry) ?? made(registry);
    known.set(registry, found);
    return found;
  };

  return {
    of: (registry) => one(registry).client,
    waysInto: (registry, signal) => one(registry).session.waysIn(signal),
    forget(registry) {
      for (const [name, { session }] of known)
        if (registry === undefined || name === registry) session.forget();
    },
    stop: () => transport.stop(),
  };
}

/** It is large, and Strata starts without asking a registry. */
function transportWhenNeeded(options: TransportOptions): Transport {
  let made: Promise<Transport> | undefined;
  const make = async (): Promise<Transport> => (await import('./transport.js')).createTransport(options);
  return {
    send: async (request) => (await (made ??= make())).send(request),
    stop: async () => (await made)?.stop(),
  };
}
