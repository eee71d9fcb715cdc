/** Findings as the list shows them: by how much they matter, each told apart. Pure. */
import type { Finding, Severity } from '../../../../shared/dockerfile/lint/index.js';

export type FindingRow = {
  /** Stays while the finding does. */
  readonly key: string;
  readonly finding: Finding;
};

export type FindingGroup = {
  readonly severity: Severity;
  readonly rows: readonly FindingRow[];
};

/** The gravest first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'style'];

/** Groups that have something in them, each by line. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const seen = new Map<string, number>();
  const rows = findings.map((finding) => {
    const place = placeOf(finding.rule, finding.line);
    const count = seen.get(place) ?? 0;
    seen.set(place, count + 1);
    return { key: `${place}:${String(count)}`, finding };
  });
  return SEVERITIES.map((severity) => ({
    severity,
    rows: rows.filter(({ finding }) => finding.severity === severity),
  })).filter((group) => group.rows.length > 0);
}

const placeOf = (rule: string, line: number): string => `${rule}:${String(line)}`;
