/** The X-Registry-Auth header: how a login goes to the engine, for one push or pull. */
import { engineLogin, type Credential } from '../credentials/index.js';
import { serverAddress } from './address.js';

/**
 * base64url with padding of an AuthConfig (moby api/pkg/authconfig). Without a login it is that of `{}`: an engine refuses a
 * push that has no such header at all.
 */
export function registryAuth(registry: string, credential: Credential | null): { readonly base64: string } {
  const config = credential ? { ...engineLogin(credential), serveraddress: serverAddress(registry) } : {};
  return { base64: encodeAuth(config) };
}

export function encodeAuth(config: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(config), 'utf8')
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
