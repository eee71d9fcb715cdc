/** Strata's own checks: what neither BuildKit nor hadolint looks at. */
import type { Rule } from '../rule.js';
import { aptUpdateApart } from './apt-update-apart.js';
import { cacheOrder } from './cache-order.js';
import { largeBase } from './large-base.js';
import { logsToFiles } from './logs-to-files.js';
import { secretInLayer } from './secret-in-layer.js';
import { wideCopy } from './wide-copy.js';

export const strataRules: readonly Rule[] = [
  aptUpdateApart,
  cacheOrder,
  largeBase,
  logsToFiles,
  secretInLayer,
  wideCopy,
];
