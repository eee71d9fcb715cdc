/** How what must not be seen is taken out of texts, by whoever cuts them: a piece of a secret is no longer found as one. */
export type TextMask = {
  readonly text: (text: string) => string;
  /** How long the longest text that is looked for is, in characters; 0 when none is. */
  readonly longest: number;
};

/** For a build without secrets. */
export const noMask: TextMask = { text: (text) => text, longest: 0 };
