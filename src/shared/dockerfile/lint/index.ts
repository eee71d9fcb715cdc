/** Checks a Dockerfile: every rule once, over one model. */
import { say } from '../../words/index.js';
import type { Dockerfile } from '../syntax.js';
import { modelOf, type LintOptions } from './model.js';
import type { Finding, Problem, Rule, Severity } from './rule.js';
import { rules } from './rules.js';
import { silenceOf } from './silence.js';
import { hasTwin, mergeTwins, type Found } from './twins.js';

export type { HadolintOptions, LintOptions } from './model.js';
export type { Finding, Severity } from './rule.js';

/** @param text what `file` was parsed from */
export function lintDockerfile(
  file: Dockerfile,
  text: string,
  options: LintOptions = {},
): readonly Finding[] {
  const silence = silenceOf(
    file,
    options.arguments?.get('BUILDKIT_DOCKERFILE_CHECK'),
    options.hadolint?.ignored,
  );
  const model = modelOf(file, text, options);
  const found: Found[] = [];
  for (const rule of rules) {
    const runs = silence.runs(rule);
    const isMergeable = hasTwin(rule.name);
    if (!runs && (!isMergeable || rule.isExperimental === true)) continue;
    const fatal = silence.isFatal && rule.source === 'buildkit' ? 'error' : undefined;
    const forced = fatal ?? options.hadolint?.severities?.get(rule.name);
    for (const problem of rule.check(model)) {
      const isSilenced = !runs || silence.hides(rule, problem.range);
      // Of twins the one that is silenced silences the other.
      if (!isSilenced || isMergeable) found.push({ finding: toFinding(rule, problem, forced), isSilenced });
    }
  }
  const refused = new Set<number>();
  for (const { severity, range } of file.diagnostics) if (severity === 'error') refused.add(range.start.line);
  return [...mergeTwins(found, refused)].sort((a, b) => a.range.start.offset - b.range.start.offset);
}

function toFinding(
  { name, source, severity, reason, url }: Rule,
  problem: Problem,
  forced: Severity | undefined,
): Finding {
  const { message, range, fix } = problem;
  const finding = {
    rule: name,
    codes: [name],
    source,
    message,
    range,
    line: range.start.line,
    severity: forced ?? problem.severity ?? severity,
    reason: problem.reason ?? say(reason),
  };
  const page = url === undefined ? finding : { ...finding, url };
  return fix ? { ...page, fix } : page;
}
