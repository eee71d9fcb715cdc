/** What the dialogs say of archives. */
import type { ArchivedName, ArchiveProgress } from '../../../shared/contract/archives.js';
import type { IndexedImage } from '../../../shared/contract/layers.js';
import type { ArchiveSource } from '../../state/navigation.svelte.js';
import { formatBytes, shortId } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';

/** A file's name made of the first image's: `ghcr.io/me/app:1.2` gives `app-1.2.tar`. */
export function proposedName(images: readonly string[], compressed: boolean): string {
  const first = images[0] ?? 'images';
  const own = first.startsWith('sha256:') ? shortId(first) : (first.split('/').at(-1) ?? first);
  const more = images.length > 1 ? `-and-${images.length - 1}-more` : '';
  const plain = own
    .replace(/@.*$/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 120);
  return `${plain === '' ? 'images' : plain}${more}.tar${compressed ? '.gz' : ''}`;
}

/** Where an archive or layout lies. */
export const placeOf = (source: ArchiveSource): string =>
  source.kind === 'archive' ? source.file : source.folder;

/** What an image in an archive is called; `withPlatform` where names alone don't tell one from another. */
export function imageName({ references, detail, layers }: IndexedImage, withPlatform: boolean): string {
  const named = detail?.references ?? references;
  const name =
    named.length > 0 ? named.join(', ') : `<untagged> ${shortId(detail?.id ?? layers.at(-1) ?? '')}`;
  return withPlatform && detail ? `${name} (${detail.os}/${detail.architecture})` : name;
}

export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** What loading does to a name. */
export function nameEffect({ image, now }: ArchivedName): string {
  if (now === null) return say('archives.effect.new');
  if (image === null) return say('archives.effect.unknown', { now: shortId(now) });
  return image === now
    ? say('archives.effect.here')
    : say('archives.effect.moves', { now: shortId(now), image: shortId(image) });
}

export const isMoved = ({ image, now }: ArchivedName): boolean =>
  now !== null && image !== null && image !== now;

/** What goes on, and how far it has come. */
export function progressPhrase(kind: 'save' | 'load' | 'import', state: ArchiveProgress): string {
  const { phase, bytes, total } = state;
  const way = kind === 'save' ? 'save' : 'load';
  if (phase !== 'moving') return say(`archives.progress.${phase}.${way}`);
  return total === null
    ? formatBytes(bytes)
    : say(`archives.progress.moving.${way}`, { bytes: formatBytes(bytes), total: formatBytes(total) });
}
