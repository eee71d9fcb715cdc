/** Keys written as text, `Mod+Shift+K`: read from events, and shown as each platform writes them. `Mod` is Cmd on macOS, Ctrl elsewhere. Pure. */

import { say } from './words/index.js';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether what was pressed is `keys`. Signs and digits, as `?` and `+`, are told by what they type, wherever the keyboard has them. */
export function matchesKeys(keys: string, pressed: KeyPress, isMac: boolean): boolean {
  const { modifiers, key } = parts(keys);
  const [mod, other] = isMac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  if (other || mod !== modifiers.includes('Mod') || pressed.altKey !== modifiers.includes('Alt'))
    return false;
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  return isSign(key) || pressed.shiftKey === modifiers.includes('Shift');
}

/** `Ctrl+Shift+K`, or `⇧⌘K` on macOS. */
export function keyWords(keys: string, isMac: boolean): string {
  const { modifiers, key } = parts(keys);
  const named = nameOf(key);
  if (!isMac) return [...modifiers.map(modifierName), named].join('+');
  const signs = macOrder.filter((name) => modifiers.includes(name)).map((name) => macSigns[name]);
  return `${signs.join('')}${named}`;
}

const modifierName = (name: string): string =>
  name === 'Mod' ? say('app.key.ctrl') : name === 'Shift' ? say('app.key.shift') : say('app.key.alt');

function nameOf(key: string): string {
  switch (key) {
    case 'ArrowLeft':
      return '←';
    case 'ArrowRight':
      return '→';
    case 'ArrowUp':
      return '↑';
    case 'ArrowDown':
      return '↓';
    case 'Home':
      return say('app.key.home');
    case 'End':
      return say('app.key.end');
    case 'Enter':
      return say('app.key.enter');
    case 'Space':
      return say('app.key.space');
    case 'Delete':
      return say('app.key.delete');
    case 'Escape':
      return say('app.key.escape');
    default:
      return key;
  }
}

// The order that Apple's guidelines give.
const macOrder = ['Alt', 'Shift', 'Mod'] as const;
const macSigns = { Alt: '⌥', Shift: '⇧', Mod: '⌘' } as const;

function parts(keys: string): { readonly modifiers: readonly string[]; readonly key: string } {
  const at = keys.lastIndexOf('+', keys.length - 2);
  return { modifiers: at < 0 ? [] : keys.slice(0, at).split('+'), key: keys.slice(at + 1) };
}

/** A key that isn't a letter and has no name: which of them want Shift is the keyboard's matter. */
const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase();
