/** Comments that silence hadolint. */
import { optionalRule, problemAt } from './hadolint-rule.js';

const INLINE = /^hadolint\s+ignore\s*=/;

export const pragmaRules = [
  optionalRule(
    'DL1001',
    'info',
    'A comment that silences a check stays long after its reason is gone, and nobody sees what it hides.',
    function* ({ file }) {
      for (const { text, range } of file.comments)
        if (INLINE.test(text)) yield problemAt(range, `This line silences a check: ${text}`);
    },
  ),
];
