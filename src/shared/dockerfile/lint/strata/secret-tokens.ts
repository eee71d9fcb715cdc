/** Tokens and passwords that can be told by their shape alone. */

type Token = 'aws' | 'github' | 'gitlab' | 'npm' | 'slack' | 'stripe' | 'google' | 'privateKey' | 'address';

export type FoundToken = {
  readonly what: Token;
  readonly index: number;
  readonly length: number;
};

/** Each in bounded time: no part can be matched in two ways. */
const SHAPES: readonly (readonly [RegExp, Token])[] = [
  [/\bAKIA[0-9A-Z]{16}\b/g, 'aws'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g, 'github'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g, 'github'],
  [/\bglpat-[A-Za-z0-9_-]{20,64}/g, 'gitlab'],
  [/\bnpm_[A-Za-z0-9]{36}\b/g, 'npm'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,255}/g, 'slack'],
  [/\bsk_live_[A-Za-z0-9]{16,255}\b/g, 'stripe'],
  [/\bAIza[0-9A-Za-z_-]{35}/g, 'google'],
  [/-----BEGIN (?:[A-Z]{2,16} ){0,2}PRIVATE KEY-----/g, 'privateKey'],
  [/\b(?:https?|git|ssh|ftp):\/\/[^\s:/@"'`$]{0,128}:[^\s/@"'`$]{3,256}@/g, 'address'],
  [/\b(?:https?|git):\/\/[^\s:/@"'`$]{0,128}:?\$\{?\w{1,128}\}?@/g, 'address'],
];
/** Each shape has one of these in it: most lines need no closer look. */
const HINT = /AKIA|gh[pousr]_|github_pat_|glpat-|npm_|xox|sk_live_|AIza|PRIVATE KEY|:\/\/[^\s/]{0,512}@/;

/** Quick: whether it is worth a closer look. */
export const mayHoldTokens = (text: string): boolean => HINT.test(text);

export function knownTokens(text: string): readonly FoundToken[] {
  if (!mayHoldTokens(text)) return [];
  return SHAPES.flatMap(([shape, what]) =>
    [...text.matchAll(shape)].map(({ index, 0: found }) => ({ what, index, length: found.length })),
  );
}
