/** What a login is for: a registry, or the repositories of it below a path. Pure. */
import { FailureError } from '../../shared/failure.js';
import { isRepositoryPath } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import { registryName } from './registry-name.js';

export type LoginPlace = {
  /** As `registryName` gives it. */
  readonly registry: string;
  /** The path that its repositories begin with; empty for all of the registry. */
  readonly prefix: string;
};

/**
 * Reads what a person types: `ghcr.io` is all of a registry, `ghcr.io/team-a` what lies below that path. An address that was
 * copied, with its scheme or the path of an API, is all of the registry.
 * @throws FailureError `invalid-input`
 */
export function loginPlace(text: string): LoginPlace {
  const registry = registryName(text);
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim());
  const [, ...parts] = text.trim().replace(/\/+$/, '').split('/');
  const prefix = parts.join('/');
  if (hasScheme || prefix === '' || /^v[12](\/|$)/.test(prefix)) return { registry, prefix: '' };
  if (isRepositoryPath(prefix)) return { registry, prefix };
  throw new FailureError({
    code: 'invalid-input',
    title: say('credentialFailures.prefix', { prefix: prefix.slice(0, 100) }),
    detail: say('credentialFailures.prefix.detail'),
    remedy: say('credentialFailures.prefix.remedy', { registry }),
  });
}

export const isSamePlace = (one: LoginPlace, other: LoginPlace): boolean =>
  one.registry === other.registry && one.prefix === other.prefix;
