/** Findings as the list shows them: by how much they matter, those that say the same once. Pure. */
import type { Finding, Severity } from '../../../../shared/dockerfile/lint/index.js';

export type FindingRow = {
  /** Stays while the finding does. */
  readonly key: string;
  readonly finding: Finding;
  /** Rules of hadolint that say the same of the same line. */
  readonly also: readonly string[];
};

export type FindingGroup = {
  readonly severity: Severity;
  readonly title: string;
  readonly rows: readonly FindingRow[];
};

/** The gravest first. */
const TITLES = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Worth knowing',
  style: 'Style',
} as const satisfies Record<Severity, string>;

/** hadolint's rules that look for what a check of BuildKit looks for too. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['DL3000', 'WorkdirRelativePath'],
  ['DL3012', 'MultipleInstructionsDisallowed'],
  ['DL3024', 'DuplicateStageName'],
  ['DL3025', 'JSONArgsRecommended'],
  ['DL3029', 'FromPlatformFlagConstDisallowed'],
  ['DL3063', 'ReservedStageName'],
  ['DL3064', 'SecretsUsedInArgOrEnv'],
  ['DL3065', 'RedundantTargetPlatform'],
  ['DL4000', 'MaintainerDeprecated'],
  ['DL4003', 'MultipleInstructionsDisallowed'],
  ['DL4004', 'MultipleInstructionsDisallowed'],
]);

/** Groups that have something in them, each by line. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const said = new Set(findings.map(({ rule, line }) => placeOf(rule, line)));
  const twins = new Map<string, Set<string>>();
  const kept = findings.filter(({ rule, line }) => {
    const place = placeOf(TWINS.get(rule) ?? '', line);
    if (!said.has(place)) return true;
    twins.set(place, (twins.get(place) ?? new Set()).add(rule));
    return false;
  });
  const seen = new Map<string, number>();
  const rows = kept.map((finding) => {
    const place = placeOf(finding.rule, finding.line);
    const count = seen.get(place) ?? 0;
    seen.set(place, count + 1);
    return { key: `${place}:${String(count)}`, finding, also: [...(twins.get(place) ?? [])] };
  });
  return (Object.keys(TITLES) as Severity[])
    .map((severity) => ({
      severity,
      title: TITLES[severity],
      rows: rows.filter(({ finding }) => finding.severity === severity),
    }))
    .filter((group) => group.rows.length > 0);
}

const placeOf = (rule: string, line: number): string => `${rule}:${String(line)}`;
