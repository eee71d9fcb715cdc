/** Which image another one is first compared with: what its name stood for before. Pure. */
import type { PastBuild } from '../../shared/contract/history.js';
import type { ImageSummary } from '../../shared/contract/images.js';
import { familiarName, familiarRepository, tryReference, withDefaultTag } from '../../shared/reference.js';

type Compared = Pick<ImageSummary, 'id' | 'references' | 'created'>;

/** Another image, and why it is the one. `name`: a reference, or the id of an image without one. */
export type FormerImage = { readonly name: string; readonly why: 'last-build' | 'older-tag' };

/**
 * The image of the build before the one that made `image`, of the same name and still here; else the youngest of the older
 * images in the same repository; null when there is neither.
 * @param builds newest first, as the history tells of them
 */
export function formerImage(
  image: Compared,
  images: readonly Compared[],
  builds: readonly PastBuild[],
): FormerImage | null {
  const built = imageBuiltBefore(image, images, builds);
  if (built) return { name: nameOf(built), why: 'last-build' };
  const older = olderInRepository(image, images);
  return older === null ? null : { name: older, why: 'older-tag' };
}

function imageBuiltBefore(
  { id }: Compared,
  images: readonly Compared[],
  builds: readonly PastBuild[],
): Compared | undefined {
  const at = builds.findIndex(({ imageId }) => imageId === id);
  const name = normal(builds[at]?.imageName ?? '');
  if (name === null) return undefined;
  for (const { imageId, imageName } of builds.slice(at + 1)) {
    if (imageId === null || imageId === id || normal(imageName) !== name) continue;
    const found = images.find((other) => other.id === imageId);
    if (found) return found;
  }
  return undefined;
}

function olderInRepository(image: Compared, images: readonly Compared[]): string | null {
  const repositories = new Set(image.references.flatMap(repositoryOf));
  let found: { readonly name: string; readonly created: number } | null = null;
  for (const { id, references, created } of images) {
    if (id === image.id || created >= image.created || created <= (found?.created ?? -1)) continue;
    const name = references.find((reference) =>
      repositoryOf(reference).some((repository) => repositories.has(repository)),
    );
    if (name !== undefined) found = { name, created };
  }
  return found?.name ?? null;
}

const nameOf = ({ id, references }: Compared): string => references[0] ?? id;

/** `app` and `app:latest` are one name. */
function normal(name: string): string | null {
  const reference = tryReference(name);
  return reference.ok ? familiarName(withDefaultTag(reference.value)) : null;
}

function repositoryOf(name: string): readonly string[] {
  const reference = tryReference(name);
  return reference.ok ? [familiarRepository(reference.value)] : [];
}
