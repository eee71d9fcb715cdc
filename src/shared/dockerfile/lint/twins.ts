/** Rules of hadolint that look for what a check of BuildKit looks for too: a person reads of it once. */
import type { Finding } from './rule.js';

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
const HAVE_TWINS: ReadonlySet<string> = new Set([...TWINS.keys(), ...TWINS.values()]);

/** hadolint's rules about what the engine refuses, and says so itself. */
const REFUSED: ReadonlySet<string> = new Set(['DL3043', 'DL3061']);

export type Found = {
  readonly finding: Finding;
  /** Whether the file, or its project, asks not to hear of it. */
  readonly isSilenced: boolean;
};

/** Whether what a rule finds may be what another finds, so that the name of one silences both. */
export const hasTwin = (rule: string): boolean => HAVE_TWINS.has(rule);

/**
 * What is left to mention: of twins on one line the check of BuildKit, with the other's name; neither when one is silenced.
 * @param refusedLines those on which the engine refuses something
 */
export function mergeTwins(found: readonly Found[], refusedLines: ReadonlySet<number>): readonly Finding[] {
  const twins = new Map<string, Found[]>();
  for (const one of found) {
    const twin = TWINS.get(one.finding.rule);
    if (twin === undefined) continue;
    const place = placeOf(twin, one.finding.line);
    const others = twins.get(place);
    if (others) others.push(one);
    else twins.set(place, [one]);
  }
  const isMet = new Set<string>();
  if (twins.size > 0)
    for (const { finding } of found)
      if (hasTwin(finding.rule)) isMet.add(placeOf(finding.rule, finding.line));
  const kept: Finding[] = [];
  for (const { finding, isSilenced } of found) {
    const { rule, line } = finding;
    if (isSilenced || (REFUSED.has(rule) && refusedLines.has(line))) continue;
    const twin = TWINS.get(rule);
    if (twin !== undefined && isMet.has(placeOf(twin, line))) continue;
    const others = hasTwin(rule) ? (twins.get(placeOf(rule, line)) ?? []) : [];
    if (others.some((other) => other.isSilenced)) continue;
    kept.push(withNames(finding, others));
  }
  return kept;
}

/** What the other has a fix for is mended by it. */
function withNames(finding: Finding, others: readonly Found[]): Finding {
  if (others.length === 0) return finding;
  const codes = new Set([finding.rule, ...others.map((other) => other.finding.rule)]);
  const fix = finding.fix ?? others.find((other) => other.finding.fix)?.finding.fix;
  return { ...finding, codes: [...codes], ...(fix ? { fix } : {}) };
}

const placeOf = (rule: string, line: number): string => `${rule}:${String(line)}`;
