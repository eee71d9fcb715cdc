/**
 * A login for the engine, which sends it wherever the registry says: so who would get it is looked at first. An engine takes the
 * ways in from the answer to `GET /v2/` alone (moby distribution/registry.go, newRepository).
 */
import { FailureError, type Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { registryName, type Credential } from '../credentials/index.js';
import { realmOf, strangerAsks } from './client/token.js';
import type { RegistryClients } from './client/index.js';
import { objectionAfterAll } from './realm.js';

export type AuthFor = (registry: string, repository?: string) => Promise<Credential | null>;

export type EngineLoginParts = {
  readonly authFor: AuthFor;
  readonly waysInto: RegistryClients['waysInto'];
  /** Origins of other hosts' token services that may have a registry's passwords. */
  readonly tokenServices: (registry: string) => readonly string[];
};

/** A registry that can't be asked from here may still be one that the engine reaches: it isn't waited for. */
const LIMIT_MS = 5000;

/**
 * Gives the login that an engine may have for a registry's domain; null where there is none.
 * @throws FailureError `denied` when the registry would have it sent to a stranger; `keychain-unavailable`
 */
export function createEngineLogins({ authFor, waysInto, tokenServices }: EngineLoginParts): AuthFor {
  return async (domain, repository) => {
    const registry = registryName(domain);
    const credential = await authFor(registry, repository);
    if (credential === null) return null;
    const ways = await waysInto(registry, AbortSignal.timeout(LIMIT_MS)).catch((error: unknown) => {
      if (error instanceof FailureError) return null;
      throw error;
    });
    const challenges = ways?.challenges ?? null;
    if (ways === null || challenges === null) return credential;
    const bearer = challenges.filter(({ scheme }) => scheme === 'bearer');
    for (const challenge of bearer) {
      const realm = realmOf(challenge);
      const objection = await objectionAfterAll(ways.origin, realm, tokenServices(registry));
      if (objection !== null) throw new FailureError(strangerAsks(registry, realm, objection));
    }
    const isKnown = bearer.length > 0 || challenges.some(({ scheme }) => scheme === 'basic');
    if (!isKnown) throw new FailureError(noWayIn(registry));
    return credential;
  };
}

const noWayIn = (registry: string): Failure => ({
  code: 'registry-unreachable',
  title: say('registryFailures.notARegistry', { registry }),
  detail: say('registryFailures.noWayIn'),
  remedy: say('registryFailures.checkAddress'),
});
