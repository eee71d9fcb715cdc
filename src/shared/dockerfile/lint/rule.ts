/** What a check of a Dockerfile is, and what it finds. Types only. */
import type { Key } from '../../words/index.js';
import type { Range } from '../syntax.js';
import type { Model } from './model.js';

export type Severity = 'error' | 'warning' | 'info' | 'style';

/** `text` takes the place of what is in `range`. */
export type Edit = { readonly range: Range; readonly text: string };

/** Its edits don't overlap, and change nothing but what the finding is about. */
export type Fix = {
  /** What it does, in a few words: "Write it in lowercase". */
  readonly title: string;
  readonly edits: readonly Edit[];
};

/** One thing to mention about a Dockerfile. */
export type Finding = {
  readonly rule: string;
  /** All names it goes by, its rule's first: hadolint may have one for it too. Each of them silences it. */
  readonly codes: readonly string[];
  readonly source: 'buildkit' | 'hadolint' | 'strata';
  readonly severity: Severity;
  /** About this line, with its values. */
  readonly message: string;
  /** Why it matters, in a sentence or two. */
  readonly reason: string;
  /** Where to read on. */
  readonly url?: string;
  readonly range: Range;
  /** Of the range's start, from 1. */
  readonly line: number;
  readonly fix?: Fix;
};

/** What a rule says of one place; all else a finding tells is the rule's. */
export type Problem = {
  readonly message: string;
  /** The instruction that its start stands in decides which comments may silence it. */
  readonly range: Range;
  /** Where the rule's own don't fit. */
  readonly severity?: Severity;
  readonly reason?: string;
  readonly fix?: Fix;
};

/** Why what a rule finds matters. */
export type Why = Extract<Key, `why.${string}`>;

export type Rule = {
  /** As its makers call it. */
  readonly name: string;
  readonly source: Finding['source'];
  readonly severity: Severity;
  readonly reason: Why;
  readonly url?: string;
  /** Runs only where it is asked for by name. */
  readonly isExperimental?: boolean;
  /** Reads the model, never the text anew. Never throws. */
  readonly check: (model: Model) => Iterable<Problem>;
};
