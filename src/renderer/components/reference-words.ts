/** What a typed image name means, or which part of it is wrong. Pure. */
import { familiarName, fullName, tryReference, withDefaultTag } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';

export type ReferenceHelp =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly detail: string }
  /** `name`: as people write it, with its tag or digest. `words`: registry, repository and tag, each said. */
  | { readonly kind: 'right'; readonly name: string; readonly words: string };

/** @param digests whether a digest may stand in the name: not in one that is given to an image */
export function referenceHelp(text: string, digests: boolean): ReferenceHelp {
  const written = text.trim();
  if (written === '') return { kind: 'empty' };
  const parsed = tryReference(written);
  if (!parsed.ok) return { kind: 'wrong', detail: parsed.failure.detail };
  const { domain, path, tag, digest } = parsed.value;
  if (digest !== undefined && !digests) {
    return {
      kind: 'wrong',
      detail: say('components.reference.digest'),
    };
  }
  const meant = withDefaultTag(parsed.value);
  const full = fullName(meant);
  const registry = domain === 'docker.io' ? 'Docker Hub' : domain;
  const parts = [
    say('components.reference.registry', { name: registry }),
    say('components.reference.repository', { name: path }),
    ...(digest === undefined && tag === undefined ? [say('components.reference.latest')] : []),
    ...(tag === undefined ? [] : [say('components.reference.tag', { name: tag })]),
    ...(digest === undefined ? [] : [say('components.reference.exact')]),
  ].join(', ');
  return {
    kind: 'right',
    name: familiarName(meant),
    words: full === written ? `${parts}.` : say('components.reference.inFull', { parts, full }),
  };
}
