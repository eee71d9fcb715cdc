/** Which builds are let go so that the history keeps within its limit. Pure. */
import type { PastBuild } from '../../../shared/contract/history.js';

export type Weighed = Pick<PastBuild, 'id' | 'folder' | 'startedAt' | 'outcome'> & { readonly bytes: number };

/** The oldest first; the last of a project only when that isn't enough; one that runs never. */
export function surplus(builds: readonly Weighed[], limit: number): readonly string[] {
  let over = builds.reduce((sum, { bytes }) => sum + bytes, 0) - limit;
  const newestFirst = builds.toSorted((one, other) => other.startedAt - one.startedAt);
  const seen = new Set<string>();
  const last = new Set<string>();
  for (const { id, folder } of newestFirst) {
    if (!seen.has(folder)) last.add(id);
    seen.add(folder);
  }
  const oldestFirst = newestFirst.toReversed().filter(({ outcome }) => outcome !== 'running');
  const order = [
    ...oldestFirst.filter(({ id }) => !last.has(id)),
    ...oldestFirst.filter(({ id }) => last.has(id)),
  ];
  const gone: string[] = [];
  for (const { id, bytes } of order) {
    if (over <= 0) break;
    over -= bytes;
    gone.push(id);
  }
  return gone;
}
