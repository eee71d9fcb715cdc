/** White space as Go knows it (unicode.IsSpace), which BuildKit's parser trims and splits by. */

const SPACE = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;

/** Somewhere in a text. */
export const SOME_SPACE = SPACE;

/** Of one character. */
export function isSpace(char: string): boolean {
  return char === ' ' || (char !== '' && SPACE.test(char));
}

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charAt(start))) start++;
  return start === 0 ? text : text.slice(start);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

export function isBlank(text: string): boolean {
  return trimStart(text) === '';
}
