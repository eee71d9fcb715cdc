/** Arrow keys along the line: where a language runs from right to left, left leads on and right leads back. */
import { currentLanguage, directionOf } from '../../shared/words/index.js';

/** The key that means the same where lines run from left to right. */
export function readingKey(key: string): string {
  if (directionOf(currentLanguage()) === 'ltr') return key;
  if (key === 'ArrowLeft') return 'ArrowRight';
  return key === 'ArrowRight' ? 'ArrowLeft' : key;
}
