/** Tokens and passwords that can be told by their shape alone. */

export type FoundToken = {
  /** "A GitHub token" */
  readonly what: string;
  readonly index: number;
  readonly length: number;
};

/** Each in bounded time: no part can be matched in two ways. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bAKIA[0-9A-Z]{16}\b/g, 'An AWS access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g, 'A GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g, 'A GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,64}/g, 'A GitLab token'],
  [/\bnpm_[A-Za-z0-9]{36}\b/g, 'An npm token'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,255}/g, 'A Slack token'],
  [/\bsk_live_[A-Za-z0-9]{16,255}\b/g, 'A Stripe key'],
  [/\bAIza[0-9A-Za-z_-]{35}/g, 'A Google key'],
  [/-----BEGIN (?:[A-Z]{2,16} ){0,2}PRIVATE KEY-----/g, 'A private key'],
  [/\b(?:https?|git|ssh|ftp):\/\/[^\s:/@"'`$]{0,128}:[^\s/@"'`$]{3,256}@/g, 'A password in an address'],
  [/\b(?:https?|git):\/\/[^\s:/@"'`$]{0,128}:?\$\{?\w{1,128}\}?@/g, 'A password in an address'],
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
