/** Keys that work everywhere. Pure. */
import type { Screen } from '../state/navigation.svelte.js';

export type Shortcut =
  | { readonly type: 'screen'; readonly screen: Screen }
  | { readonly type: 'back' }
  | { readonly type: 'find' };

/** The main screens in the order of their keys, Ctrl or Cmd with 1, 2, 3… */
export const mainScreens = ['images', 'build', 'registries', 'disk', 'settings'] as const;

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): Shortcut | null {
  if (altKey && !ctrlKey && !metaKey) return key === 'ArrowLeft' ? { type: 'back' } : null;
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return null;
  if (key === 'f') return { type: 'find' };
  if (key === '[') return { type: 'back' };
  const name = /^[1-9]$/.test(key) ? mainScreens[Number(key) - 1] : undefined;
  return name ? { type: 'screen', screen: { name } } : null;
}
