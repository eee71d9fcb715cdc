/** Which action a key asks for, by the table of actions. Pure. */
import { actionIds, actionKeys, type ActionId } from '../../shared/actions.js';
import { matchesKeys } from '../../shared/keys.js';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `isTyping`: the key would write something, so a lone sign is text. */
export function shortcutOf(pressed: KeyPress, isMac: boolean, isTyping: boolean): ActionId | null {
  const isMeant = (keys: string): boolean =>
    matchesKeys(keys, pressed, isMac) && !(isTyping && keys.length === 1);
  return actionIds.find((id) => actionKeys(id).keys?.some(isMeant)) ?? null;
}

const CHOSEN_NOT_TYPED = ['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'];

/** Whether keys that are pressed there write something. */
export function isTypedIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !CHOSEN_NOT_TYPED.includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
