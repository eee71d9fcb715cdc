/** What a name that is being typed may become: repositories known here, then the tags of the one that was named. Pure. */
import type { Login } from '../../../shared/contract/registry.js';
import { familiarRepository, tryReference } from '../../../shared/reference.js';

/** So many are shown; typing on narrows them down. */
export const MOST_CHOICES = 50;

/** The repository whose tag is being typed, as people write it; null while it is still the repository itself. */
export function repositoryOf(text: string): string | null {
  const name = text.trim();
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  if (colon < 0 || name.includes('@')) return null;
  const repository = name.slice(0, colon);
  const parsed = tryReference(repository);
  return parsed.ok ? familiarRepository(parsed.value) : null;
}

/** The repositories of images that came from a registry, or went there; and the registries with a login. */
export function knownRepositories(
  references: readonly string[],
  logins: readonly Pick<Login, 'registry'>[],
): readonly string[] {
  const repositories = references.flatMap((reference) => {
    const parsed = tryReference(reference);
    return parsed.ok ? [familiarRepository(parsed.value)] : [];
  });
  const registries = logins.map(({ registry }) => `${registry}/`).filter((name) => name !== 'docker.io/');
  return [...new Set([...[...repositories].sort(), ...registries])];
}

export type NameSources = {
  readonly repositories: readonly string[];
  /** Of the repository that is named, in the order they are shown in. */
  readonly tags: readonly string[];
};

/** Whole names that what was typed can be completed to, the best first. */
export function choicesFor(text: string, { repositories, tags }: NameSources): readonly string[] {
  const typed = text.trim();
  if (typed === '' || typed.includes('@')) return [];
  const repository = repositoryOf(typed);
  if (repository !== null) {
    const named = typed.slice(0, typed.lastIndexOf(':'));
    const prefix = typed.slice(named.length + 1).toLowerCase();
    return tags
      .filter((tag) => tag.toLowerCase().startsWith(prefix))
      .map((tag) => `${named}:${tag}`)
      .filter((name) => name !== typed)
      .slice(0, MOST_CHOICES);
  }
  const wanted = typed.toLowerCase();
  const found = repositories.filter((name) => name.toLowerCase().includes(wanted) && name !== typed);
  // What begins so comes before what has it in its middle.
  return [
    ...found.filter((name) => name.toLowerCase().startsWith(wanted)),
    ...found.filter((name) => !name.toLowerCase().startsWith(wanted)),
  ].slice(0, MOST_CHOICES);
}
