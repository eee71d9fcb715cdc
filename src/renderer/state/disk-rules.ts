/** The rules of a clean-up as a person sets them: each on or off, with its number kept meanwhile. Pure. */
import type { CleanUpRules } from '../../shared/disk/rules.js';

export type RuleName = 'unusedDays' | 'keepTags' | 'cacheDays' | 'cacheGigabytes';
export type RuleChoices = {
  readonly untagged: boolean;
  readonly on: Readonly<Record<RuleName, boolean>>;
  readonly numbers: Readonly<Record<RuleName, number>>;
};

/** Only what is easily had again: nobody's tags, unless they ask for it. */
export const usualChoices: RuleChoices = {
  untagged: true,
  on: { unusedDays: false, keepTags: false, cacheDays: true, cacheGigabytes: false },
  numbers: { unusedDays: 90, keepTags: 5, cacheDays: 30, cacheGigabytes: 10 },
};

export function rulesOf({ untagged, on, numbers }: RuleChoices): CleanUpRules {
  const valueOf = (name: RuleName): number | null => (on[name] ? numbers[name] : null);
  const gigabytes = valueOf('cacheGigabytes');
  return {
    untagged,
    unusedDays: valueOf('unusedDays'),
    keepTags: valueOf('keepTags'),
    cacheDays: valueOf('cacheDays'),
    cacheBytes: gigabytes === null ? null : gigabytes * 1e9,
  };
}

/** What was typed as a number of a rule; null for what is none. */
export function readNumber(text: string): number | null {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 1_000_000 ? value : null;
}
