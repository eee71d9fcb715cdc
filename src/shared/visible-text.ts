/** Text of strangers as a screen may show it: nothing in it hides, or turns the words around it. Pure. */

/** Controls but tab and line feed, and what marks or turns the direction of text (Unicode's UAX #9), or has no width. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Each character that can't be seen as its escape: `a\u202eb`. Tabs and line ends stay. */
export const visibleText = (text: string): string =>
  text.replace(UNSEEN, (character) =>
    character === '\t' || character === '\n'
      ? character
      : String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
