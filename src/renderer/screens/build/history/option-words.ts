/** How a past build was asked for, in words: only what isn't as usual. Pure. */
import type { PastBuildRecord } from '../../../../shared/contract/history.js';
import { say } from '../../../../shared/words/index.js';

export function optionWords({ options, hidden }: PastBuildRecord): readonly string[] {
  const { ignoreCache, ignoreCacheOf, secrets } = options;
  const list = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [say('history.option', { title, values: items.join(', ') })];
  return [
    ...list('Dockerfile', [options.dockerfile]),
    ...list(say('history.option.stage'), options.target ? [options.target] : []),
    ...list(say('history.option.platform'), options.platform ? [options.platform] : []),
    ...list(
      say('history.option.arguments'),
      options.arguments.map(({ name, value }) => `${name}=${value}`),
    ),
    ...list(say('history.option.hidden'), hidden),
    ...list(
      say('history.option.labels'),
      options.labels.map(({ name, value }) => `${name}=${value}`),
    ),
    ...list(
      say('history.option.secrets'),
      secrets.map(({ id }) => id),
    ),
    ...list(say('history.option.names'), options.extraTags),
    ...(ignoreCache
      ? [
          ignoreCacheOf === undefined
            ? say('history.option.cacheIgnored')
            : say('history.option.cacheIgnoredOf', { stage: ignoreCacheOf }),
        ]
      : []),
    ...(options.pullBase ? [say('history.option.pullBase')] : []),
    ...list(say('history.option.network'), options.network === 'default' ? [] : [options.network]),
    ...list(say('history.option.cacheFrom'), options.cacheFrom),
  ];
}
