/** The report on a context: what would be sent and left out, what stands in the way, and what the ignore file could say. */
import type { ContextReport, ContextTotals, IgnoreRule } from '../../../shared/contract/context.js';
import { parseDockerfile } from '../../../shared/dockerfile/parse.js';
import { copiedPaths } from './copied.js';
import { findIgnoreFile, readIgnore } from './ignore-file.js';
import type { EditPlace } from './ignore-edit.js';
import { parseIgnoreLines } from '../../../shared/ignore/ignore.js';
import { createSuggestions } from './suggest.js';
import { survey } from './survey.js';
import { surveyPages, type SurveyPages } from './survey-tree.js';

export type SurveyedContext = {
  readonly report: Omit<ContextReport, 'survey' | 'canUndo'>;
  readonly pages: SurveyPages;
};

export type ReportParts = EditPlace & {
  /** The Dockerfile's text. */
  readonly text: string;
  readonly signal: AbortSignal;
  readonly onCount: (sent: ContextTotals) => void;
};

const LONGEST_RULE = 200;

/** @throws FailureError as `openContext`; `cancelled` when the signal says so */
export async function reportContext(parts: ReportParts): Promise<SurveyedContext> {
  const { folder, dockerfile, text, signal, onCount } = parts;
  const file = await findIgnoreFile(folder, dockerfile);
  const suggestions = createSuggestions({
    folder,
    recipe: [dockerfile, '.dockerignore', `${dockerfile}.dockerignore`],
    copied: copiedPaths(parseDockerfile(text)),
  });
  const found = await survey({
    folder,
    ignore: file === null ? null : readIgnore(file),
    needed: new Set([dockerfile, '.dockerignore']),
    signal,
    onCount,
    onSent: suggestions.take,
  });
  return {
    report: {
      ignoreFile: file?.name ?? null,
      sent: { ...found.root.sent },
      left: { ...found.root.left, isWhole: found.isLeftWhole },
      problems: found.problems,
      problemCount: found.problemCount,
      suggestions: await suggestions.list(),
    },
    pages: surveyPages(found.root, rulesOf(file?.text ?? '')),
  };
}

function rulesOf(text: string): (index: number) => IgnoreRule {
  const lines = parseIgnoreLines(text);
  return (index) => ({
    line: lines[index]?.number ?? 0,
    text: (lines[index]?.pattern ?? '').slice(0, LONGEST_RULE),
  });
}
