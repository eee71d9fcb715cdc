/** The past builds of one Dockerfile, whole, as far back as is worth asking. */
import type { PastBuildRecord } from '../../../../shared/contract/history.js';
import type { StrataClient } from '../../../state/client.js';

/** Builds that are looked at; each is a record to read. */
const MOST = 50;

/** Oldest first. What can't be read is left out. */
export async function pastRecords(
  calls: Pick<StrataClient['history'], 'list' | 'record'>,
  folder: string,
  dockerfile: string,
): Promise<readonly PastBuildRecord[]> {
  const list = await calls.list({ folder });
  if (!list.ok) return [];
  const wanted = list.value
    .filter((build) => build.dockerfile === dockerfile && build.outcome !== 'running')
    .slice(0, MOST);
  const records = await Promise.all(wanted.map(({ id }) => calls.record({ id })));
  return records.flatMap((record) => (record.ok ? [record.value] : [])).toReversed();
}
