/** What Strata's own checks have in common. */
import type { Rule } from '../rule.js';

export function strataRule(name: string, rest: Pick<Rule, 'severity' | 'reason' | 'check'>): Rule {
  return { name, source: 'strata', ...rest };
}
