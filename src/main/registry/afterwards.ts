/** What the registry itself says of a tag once the engine has called a push done. */
import type { PushOutcome } from '../../shared/contract/registry.js';
import { parseReference } from '../../shared/reference.js';
import type { RegistryClient } from './client/types.js';

/** The push is done whatever comes of this: it must not hold it up. */
const LIMIT_MS = 5000;

export async function askAfterwards(
  clientOf: (registry: string) => RegistryClient,
  { reference, digest }: Pick<PushOutcome, 'reference' | 'digest'>,
): Promise<PushOutcome['registry']> {
  const { domain, path, tag = 'latest' } = parseReference(reference);
  try {
    const now = await clientOf(domain).resolve(path, tag, AbortSignal.timeout(LIMIT_MS));
    if (now === null) return 'missing';
    return now.digest === digest ? 'confirmed' : 'moved';
  } catch {
    return 'unasked';
  }
}
