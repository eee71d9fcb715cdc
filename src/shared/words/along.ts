/** What reads on along the line, in whichever direction the language runs. */
import { directionOf } from './language.js';
import { currentLanguage } from './say.js';

/** From its first strong character on, a value reads as it would alone: https://www.w3.org/International/questions/qa-bidi-unicode-controls */
const isolated = (value: string): string => `\u2068${value}\u2069`;

/** “1.2 kB → 3.4 kB”: what something was, and what it is. */
export const fromTo = (before: string, after: string): string => `${withoutOthers(before)} ${ledTo(after)}`;

/** “→ ../lib”: where something leads. */
export const ledTo = (target: string): string => `${isLeftward() ? '←' : '→'} ${withoutOthers(target)}`;

const isLeftward = (): boolean => directionOf(currentLanguage()) === 'rtl';
const withoutOthers = (value: string): string => (isLeftward() ? isolated(value) : value);
