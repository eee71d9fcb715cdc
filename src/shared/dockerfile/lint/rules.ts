/** All rules, in the order in which their findings stand when they are about the same place. */
import { buildkitRules } from './buildkit/index.js';
import { hadolintRules } from './hadolint/index.js';
import type { Rule } from './rule.js';
import { strataRules } from './strata/index.js';

export const rules: readonly Rule[] = [...strataRules, ...buildkitRules, ...hadolintRules];
