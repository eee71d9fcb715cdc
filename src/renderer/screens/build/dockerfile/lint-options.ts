/** What main tells of a project, as the checks take it. Pure. */
import type { CheckSettings } from '../../../../shared/contract/context.js';
import type { HadolintOptions, LintOptions } from '../../../../shared/dockerfile/lint/index.js';
import { createIgnore, IgnorePatternError } from '../../../../shared/ignore/ignore.js';

type Argument = { readonly name: string; readonly value: string };

export const argumentsOf = (given: readonly Argument[]): ReadonlyMap<string, string> =>
  new Map(given.map(({ name, value }) => [name, value]));

/** As it is now. */
export const copyOf = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> => new Map(map);

/** Nothing of a file with a pattern that the engine refuses. */
export function ignoreOf(patterns: readonly string[] | null): Pick<LintOptions, 'ignoreFile'> {
  if (patterns === null) return {};
  try {
    const { excludes } = createIgnore(patterns);
    return { ignoreFile: { excludes, hasExceptions: patterns.some((one) => one.startsWith('!')) } };
  } catch (error) {
    // A pattern that means nothing is among the problems of the context.
    if (error instanceof IgnorePatternError) return {};
    throw error;
  }
}

export function hadolintOf(settings: CheckSettings['hadolint']): { readonly hadolint?: HadolintOptions } {
  if (settings === null) return {};
  return {
    hadolint: {
      ignored: new Set(settings.ignored),
      severities: new Map(settings.severities.map(({ rule, severity }) => [rule, severity])),
      allowedRegistries: settings.allowedRegistries,
      labels: new Map(settings.labels.map(({ name, kind }) => [name, kind])),
      areLabelsStrict: settings.areLabelsStrict,
    },
  };
}
