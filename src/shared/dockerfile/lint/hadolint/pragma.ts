/** Comments that silence hadolint. */
import { say } from '../../../words/index.js';
import { optionalRule, problemAt } from './hadolint-rule.js';

const INLINE = /^hadolint\s+ignore\s*=/;

export const pragmaRules = [
  optionalRule('DL1001', 'info', 'why.DL1001', function* ({ file }) {
    for (const { text, range } of file.comments)
      if (INLINE.test(text)) yield problemAt(range, say('checks.pragma', { comment: text }));
  }),
];
