/** Findings of a Dockerfile by their rules, and what is left of one when its fix is applied. */
import { applyFix } from '../../src/shared/dockerfile/fixes.js';
import { lintDockerfile, type Finding, type LintOptions } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';

export function lint(text: string, options?: LintOptions): readonly Finding[] {
  return lintDockerfile(parseDockerfile(text), text, options);
}

/** The findings that go by a rule’s name, also beside another. */
export function findings(rule: string, text: string, options?: LintOptions): readonly Finding[] {
  return lint(text, options).filter((finding) => finding.codes.includes(rule));
}

/**
 * The text with the fix of the rule's first finding applied.
 * @throws Error when there is no fix, when the fixed text has a finding more, has the same as often, or no longer parses
 */
export function fixed(rule: string, text: string, options?: LintOptions): string {
  const before = lint(text, options);
  const fix = before.find((finding) => finding.codes.includes(rule))?.fix;
  if (!fix) throw new Error(`${rule} has no fix here`);
  const after = applyFix(text, fix);
  const left = lint(after, options);
  const errors = parseDockerfile(after).diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`no longer parses: ${errors[0]?.message ?? ''}\n${after}`);
  for (const { rule: name } of left)
    if (times(name, left) > times(name, before)) throw new Error(`${name} is new in\n${after}`);
  if (times(rule, left) >= times(rule, before)) throw new Error(`${rule} is still found in\n${after}`);
  return after;
}

const times = (rule: string, list: readonly Finding[]): number =>
  list.filter((finding) => finding.codes.includes(rule)).length;
