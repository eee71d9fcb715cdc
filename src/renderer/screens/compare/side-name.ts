/** What one of two compared images is called. */
import type { ImageDetail } from '../../../shared/contract/images.js';
import { shortId } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import type { CompareSource } from '../../state/navigation.svelte.js';
import { fileName, placeOf } from '../archives/archive-words.js';

export type SideNames = { readonly before: string; readonly after: string };

/** As it was asked for; an id by its name, if it has one. */
export function sideName(source: CompareSource, detail: ImageDetail | null): string {
  if (source.kind !== 'image') {
    const file = fileName(placeOf(source));
    const [name] = detail?.references ?? [];
    return name === undefined ? file : say('compare.side.in', { name, file });
  }
  if (!source.image.startsWith('sha256:')) return source.image;
  return detail?.references[0] ?? `<untagged> ${shortId(source.image)}`;
}
