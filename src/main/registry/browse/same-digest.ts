/** Which tags of a repository stand for a digest: registries don't tell, so each is asked. */
import type { RegistryClient } from '../client/types.js';

/** More tags are not asked one by one. */
const MOST_ASKED = 500;
const AT_ONCE = 6;

/** Sorted. `known` is among them without being asked; null: none is known. */
export async function standingFor(
  client: RegistryClient,
  repository: string,
  digest: string,
  known: string | null,
): Promise<{ readonly tags: readonly string[]; readonly isPartial: boolean }> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const page = await client.tags(repository, after === null ? {} : { after });
    names.push(...page.items);
    after = page.next;
  } while (after !== null && names.length < MOST_ASKED);
  const asked = names.filter((name) => name !== known).slice(0, MOST_ASKED);
  const found = known === null ? [] : [known];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const some = asked.slice(at, at + AT_ONCE);
    // A tag that went meanwhile stands for nothing.
    const now = await Promise.all(some.map((name) => client.resolve(repository, name).catch(() => null)));
    found.push(...some.filter((_, index) => now[index]?.digest === digest));
  }
  return { tags: found.sort(), isPartial: names.length > MOST_ASKED || after !== null };
}
