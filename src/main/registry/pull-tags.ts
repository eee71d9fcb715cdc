/** The tags of a repository, for whoever types a name. Bounded: some repositories have more than anybody reads. */
import type { PullTagsUpdate } from '../../shared/contract/pulls.js';
import { parseReference } from '../../shared/reference.js';
import type { RegistryClient } from './client/types.js';

const PAGE = 1000;
const MOST_TAGS = 20_000;

/** `emit` gets a page at a time, then the end. @throws FailureError when the registry doesn't list them */
export async function readTags(
  clientOf: (registry: string) => Pick<RegistryClient, 'tags'>,
  text: string,
  emit: (update: PullTagsUpdate) => void,
  signal: AbortSignal,
): Promise<void> {
  const { domain, path } = parseReference(text.trim());
  const client = clientOf(domain);
  let after: string | null = null;
  let count = 0;
  do {
    const page: Awaited<ReturnType<typeof client.tags>> = await client.tags(path, {
      size: PAGE,
      signal,
      ...(after === null ? {} : { after }),
    });
    signal.throwIfAborted();
    const tags = page.items.slice(0, MOST_TAGS - count);
    // A registry that gives pages of nothing for ever is left.
    if (tags.length === 0) return emit({ type: 'end', isAll: page.next === null });
    emit({ type: 'tags', tags });
    count += tags.length;
    after = page.next;
  } while (after !== null && count < MOST_TAGS);
  emit({ type: 'end', isAll: after === null });
}
