/** What the screens are called, in the navigation and in the window's title. Pure. */
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { fileName, placeOf } from '../screens/archives/archive-words.js';
import type { Screen } from '../state/navigation.svelte.js';

/** In the order of the navigation, and of their keys. */
export const mainScreens = ['images', 'build', 'registries', 'disk', 'settings'] as const;

export function windowTitle(screen: Screen): string {
  if (screen.name === 'archive') return `${fileName(placeOf(screen.source))} – Strata`;
  if (screen.name === 'browse') return `${screen.registry} – Strata`;
  if (screen.name === 'remote') return `${screen.repository}:${screen.reference} – Strata`;
  if (screen.name === 'compare') return `${say('app.screen.compare')} – Strata`;
  if (screen.name !== 'image') return `${say(`app.screen.${screen.name}`)} – Strata`;
  const { image } = screen;
  return `${image.startsWith('sha256:') ? shortId(image) : image} – Strata`;
}
