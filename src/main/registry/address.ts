/** Where a registry's API answers, and what the engine calls it. */

const HUB = 'docker.io';

/**
 * The origins at which a registry may answer, in the order to try them. Plain http only with loopback addresses, which
 * docker too takes as they are (moby daemon/pkg/registry: 127.0.0.0/8 and ::1 are insecure registries).
 */
export function apiOrigins(registry: string): readonly [string, ...string[]] {
  if (registry === HUB) return ['https://registry-1.docker.io'];
  return isLoopback(registry) ? [`https://${registry}`, `http://${registry}`] : [`https://${registry}`];
}

/** The same, and plain http also where the user has said so. */
export async function originsOf(
  registry: string,
  isInsecure: (registry: string) => Promise<boolean>,
): Promise<readonly [string, ...string[]]> {
  const usual = apiOrigins(registry);
  if (registry === HUB || usual.length > 1 || !(await isInsecure(registry))) return usual;
  return [...usual, `http://${registry}`];
}

/** True for `localhost`, `127.0.0.0/8` and `[::1]`, with or without a port. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}

/** The `serveraddress` of an X-Registry-Auth header: Docker Hub's has stayed that of its first API. */
export function serverAddress(registry: string): string {
  return registry === HUB ? 'https://index.docker.io/v1/' : registry;
}
