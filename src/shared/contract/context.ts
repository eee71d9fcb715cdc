/** The context: what of a project folder would be sent for a build, what is left out and why, and its ignore file. */
import { z } from 'zod';
import type { LabelKind } from '../dockerfile/lint/hadolint/label-values.js';
import type { Severity } from '../dockerfile/lint/rule.js';
import type { Failure } from '../failure.js';
import { request, stream } from './define.js';

export type ContextTotals = { readonly files: number; readonly bytes: number };

/** The line of the ignore file that has the last word on something. */
export type IgnoreRule = {
  /** From 1. */
  readonly line: number;
  readonly text: string;
};

export type ContextNode = {
  readonly name: string;
  /** Relative to the project folder, with slashes. */
  readonly path: string;
  /** `other` is what can't be sent: a socket, a pipe, a device. */
  readonly kind: 'folder' | 'file' | 'link' | 'other';
  /** Where a link leads. */
  readonly target: string | null;
  readonly sent: ContextTotals;
  readonly left: ContextTotals;
  /** The line that leaves it out; null for what no line does. Of a folder some may be sent all the same. */
  readonly ignoredBy: IgnoreRule | null;
  /** Ignored and yet sent: the engine reads it, the image doesn't get it. */
  readonly onlyForEngine: boolean;
  /** Whether there is something in it to ask for. */
  readonly hasChildren: boolean;
};

export type ContextPage = {
  readonly nodes: readonly ContextNode[];
  /** How many there are in the folder in all. */
  readonly total: number;
};

export type SuggestionKind = 'secret' | 'history' | 'dependencies' | 'output' | 'clutter' | 'recipe';

export type IgnoreSuggestion = {
  readonly id: string;
  readonly kind: SuggestionKind;
  /** Lines for the ignore file. */
  readonly patterns: readonly string[];
  readonly reason: string;
  /** What would be left out. */
  readonly saves: ContextTotals;
  /** Some of the paths that are meant. */
  readonly examples: readonly string[];
};

export type ContextReport = {
  /** Names this survey for `children`, until its stream ends. */
  readonly survey: string;
  /** The ignore file that counts, relative to the folder; null when there is none. */
  readonly ignoreFile: string | null;
  readonly sent: ContextTotals;
  /** `isWhole` is false when there was more than was counted. */
  readonly left: ContextTotals & { readonly isWhole: boolean };
  /** What would make the build fail, the first of it. */
  readonly problems: readonly Failure[];
  readonly problemCount: number;
  readonly suggestions: readonly IgnoreSuggestion[];
  /** Whether the ignore file is as Strata has last written it, so that it can be undone. */
  readonly canUndo: boolean;
};

export type ContextUpdate =
  | { readonly type: 'counting'; readonly sent: ContextTotals }
  | { readonly type: 'report'; readonly report: ContextReport }
  | { readonly type: 'failed'; readonly failure: Failure };

export type DiffLine = {
  readonly kind: 'same' | 'added';
  /** In the new text, from 1. */
  readonly number: number;
  readonly text: string;
};

export type IgnoreChange = {
  /** Relative to the folder. */
  readonly file: string;
  /** Whether the file would be made. */
  readonly isNew: boolean;
  /** The end of the old text, and what is added to it. */
  readonly lines: readonly DiffLine[];
  /** Names the old text, for `apply`. */
  readonly before: string;
};

/** What a project's `.hadolint.yaml` asks for, as far as Strata's checks have it. */
export type HadolintSettings = {
  readonly ignored: readonly string[];
  readonly severities: readonly { readonly rule: string; readonly severity: Severity }[];
  readonly allowedRegistries: readonly string[];
  readonly labels: readonly { readonly name: string; readonly kind: LabelKind }[];
  readonly areLabelsStrict: boolean;
};

/** What lies beside a Dockerfile that its checks go by. */
export type CheckSettings = {
  /** The patterns of the ignore file that counts; null when there is none. */
  readonly ignorePatterns: readonly string[] | null;
  /** Null when there is no such file. */
  readonly hadolint: HadolintSettings | null;
};

export type ContextName = { readonly name: string; readonly isFolder: boolean };

/** As many names as are proposed for one path. */
export const MAX_CONTEXT_NAMES = 200;

/** As many entries of a folder as are asked for at once. */
export const MAX_CONTEXT_PAGE = 200;

const place = z.object({
  folder: z.string().min(1).max(4096),
  dockerfile: z.string().min(1).max(4096),
});
/** One line, whatever a file is called. */
const pattern = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\u0000-\u001f]+$/);
const patterns = z.array(pattern).min(1).max(200);

export const context = {
  /** Looks through the folder once; what was found can be asked for until the stream ends. */
  survey: stream(() => place).of<ContextUpdate>(),
  /** What lies in a folder (empty for the project itself), largest first. */
  children: request(() =>
    z.object({
      survey: z.string().min(1).max(64),
      path: z.string().max(16_384),
      from: z.int().min(0),
      /** Also what is left out. */
      withIgnored: z.boolean(),
    }),
  ).gives<ContextPage>(),
  /** What a build would send that a path of COPY, as far as it is typed, could go on to. */
  names: request(() => place.extend({ typed: z.string().max(4096) })).gives<readonly ContextName[]>(),
  /** What the checks of the Dockerfile go by. */
  checks: request(() => place).gives<CheckSettings>(),
  /** How the ignore file would be with more lines. */
  preview: request(() => place.extend({ patterns })).gives<IgnoreChange>(),
  /** Writes them. Refused with `conflict` when the file isn't as `preview` has shown it. */
  apply: request(() => place.extend({ patterns, before: z.string().max(64) })).gives<void>(),
  /** Takes the last `apply` back. Refused with `conflict` when the file has changed since. */
  undo: request(() => place).gives<void>(),
};
