/** A sentence as plain words and code, which stands between backquotes. Pure. */

export type CodePart = { readonly text: string; readonly isCode: boolean };

export const codeParts = (text: string): readonly CodePart[] =>
  text
    .split('`')
    .map((part, at) => ({ text: part, isCode: at % 2 === 1 }))
    .filter((part) => part.text !== '');
