/** What logins are for: a registry, or the repositories of it below a path. Pure. */

/** The one account of a registry, or one of several that are told apart by the beginning of a repository's name. */
export type Place = {
  readonly registry: string;
  /** `team-a`; empty or absent for all of the registry. */
  readonly prefix?: string;
};

/** As people write it: `ghcr.io`, `ghcr.io/team-a`. */
export const placeName = ({ registry, prefix = '' }: Place): string =>
  prefix === '' ? registry : `${registry}/${prefix}`;

/** Of the places of this registry those that a repository lies in, the nearest first. Null: only those for all of it. */
export const nearestPlaces = <Some extends Place>(
  places: readonly Some[],
  registry: string,
  repository: string | null,
): readonly Some[] =>
  places
    .filter((place) => place.registry === registry && covers(place.prefix ?? '', repository))
    .sort((one, other) => (other.prefix ?? '').length - (one.prefix ?? '').length);

const covers = (prefix: string, repository: string | null): boolean =>
  prefix === '' || (repository !== null && (repository === prefix || repository.startsWith(`${prefix}/`)));
