/** Which registry an image's name means, for names that need not be well formed. */

const HUB = 'docker.io';

/** In lowercase. What stands before the first slash is a registry only where it could be a host (distribution/reference). */
export function registryOf(image: string): string {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0)).toLowerCase();
  if (first === 'index.docker.io') return HUB;
  return first.includes('.') || first.includes(':') || first === 'localhost' ? first : HUB;
}
