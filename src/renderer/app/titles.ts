/** What the screens are called, in the navigation and in the window's title. Pure. */
import { shortId } from '../../shared/units.js';
import { fileName, placeOf } from '../screens/archives/archive-words.js';
import type { Screen } from '../state/navigation.svelte.js';

export const screenTitles = {
  images: 'Images',
  build: 'Build',
  registries: 'Registries',
  disk: 'Disk',
  settings: 'Settings',
} as const satisfies Record<
  Exclude<Screen['name'], 'image' | 'archive' | 'compare' | 'browse' | 'remote'>,
  string
>;

/** In the order of the navigation, and of their keys. */
export const mainScreens = ['images', 'build', 'registries', 'disk', 'settings'] as const;

export function windowTitle(screen: Screen): string {
  if (screen.name === 'archive') return `${fileName(placeOf(screen.source))} – Strata`;
  if (screen.name === 'browse') return `${screen.registry} – Strata`;
  if (screen.name === 'remote') return `${screen.repository}:${screen.reference} – Strata`;
  if (screen.name === 'compare') return 'Compare – Strata';
  if (screen.name !== 'image') return `${screenTitles[screen.name]} – Strata`;
  const { image } = screen;
  return `${image.startsWith('sha256:') ? shortId(image) : image} – Strata`;
}
