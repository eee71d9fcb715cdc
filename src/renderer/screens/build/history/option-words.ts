/** How a past build was asked for, in words: only what isn't as usual. Pure. */
import type { PastBuildRecord } from '../../../../shared/contract/history.js';

export function optionWords({ options, hidden }: PastBuildRecord): readonly string[] {
  const { ignoreCache, ignoreCacheOf, secrets } = options;
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`${title}: ${items.join(', ')}`];
  return [
    `Dockerfile: ${options.dockerfile}`,
    ...list('Target stage', options.target ? [options.target] : []),
    ...list('Platform', options.platform ? [options.platform] : []),
    ...list(
      'Build arguments',
      options.arguments.map(({ name, value }) => `${name}=${value}`),
    ),
    ...list('Given, but not kept', hidden),
    ...list(
      'Labels',
      options.labels.map(({ name, value }) => `${name}=${value}`),
    ),
    ...list(
      'Secrets',
      secrets.map(({ id }) => id),
    ),
    ...list('Also named', options.extraTags),
    ...(ignoreCache ? [`Cache ignored${ignoreCacheOf === undefined ? '' : ` of ${ignoreCacheOf}`}`] : []),
    ...(options.pullBase ? ['Base images pulled'] : []),
    ...(options.network === 'default' ? [] : [`Network: ${options.network}`]),
    ...list('Cache taken from', options.cacheFrom),
  ];
}
